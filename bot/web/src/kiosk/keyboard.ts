/** A keyboard on the screen, for a kiosk that has none. A real keyboard works beside it. */
import { meer } from '../teksten/meer';
import { el } from './dom';
import { fromRight, toetsen } from './toetsen';

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget | undefined): target is Field =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');

/** Shows itself under `stage` whenever a field gets focus, until something else is pressed. */
export class Keyboard {
  private get x() {
    return meer(document.documentElement.lang).toetsenbord;
  }

  private box: HTMLElement | undefined;
  private field: Field | undefined;
  private pressed: readonly EventTarget[] = [];
  private capitals = false;

  constructor(private readonly stage: HTMLElement) {
    document.addEventListener('focusin', (e) => this.show(e.composedPath()[0]));
    document.addEventListener('pointerdown', (e) => { this.pressed = e.composedPath(); }, { capture: true });
    document.addEventListener('click', () => this.hideAfter());
  }

  /** Takes it away, for instance when the resident stops. */
  hide(): void {
    this.box?.remove();
    this.box = undefined;
    this.field = undefined;
  }

  private show(target: EventTarget | undefined): void {
    if (!isField(target)) return;
    this.field = target;
    if (!this.box) {
      this.box = this.keys();
      this.stage.after(this.box);
    }
    target.scrollIntoView({ block: 'nearest' });
  }

  /** By where the press began: when the keyboard comes up, what is under the finger moves. */
  private hideAfter(): void {
    const path = this.pressed;
    if (this.box && !path.includes(this.box) && !isField(path[0])) this.hide();
  }

  private keys(): HTMLElement {
    const taal = document.documentElement.lang;
    const rows = toetsen(taal).map((row) => el('div', { class: 'toetsen-rij' }, ...[...row].map((c) => this.letter(c))));
    const own = el('div', { class: 'toetsen-rij' }, this.shift(),
      this.key(this.x.spatie, () => this.type(' '), 'breed'),
      this.key(this.x.enter, () => this.enter()),
      this.key(this.x.wis, () => this.back()),
      this.key(this.x.sluit, () => { this.field?.focus(); this.hide(); }));
    const group = el('div', { class: 'toetsen', role: 'group', 'aria-label': this.x.naam, dir: fromRight(taal) ? 'rtl' : 'ltr' }, ...rows, own);
    return el('section', { 'aria-label': this.x.naam }, group);
  }

  /** Acts when the finger leaves; until then the field keeps its focus and its cursor. */
  private key(name: string, act: () => void, kind = ''): HTMLButtonElement {
    const made = el('button', { type: 'button', class: kind }, name);
    made.addEventListener('pointerdown', (e) => e.preventDefault());
    made.addEventListener('click', act);
    return made;
  }

  private letter(c: string): HTMLButtonElement {
    const made = this.key(c, () => {
      this.type(made.textContent);
      if (this.capitals) this.setCapitals(false);
    });
    made.dataset.letter = c;
    return made;
  }

  /** One press for one capital: two keys never have to be held at once. */
  private shift(): HTMLButtonElement {
    const made = this.key(this.x.hoofdletter, () => this.setCapitals(!this.capitals));
    made.dataset.hoofd = '';
    made.setAttribute('aria-pressed', 'false');
    return made;
  }

  private setCapitals(on: boolean): void {
    this.capitals = on;
    this.box?.querySelector('[data-hoofd]')?.setAttribute('aria-pressed', String(on));
    const taal = document.documentElement.lang;
    for (const key of this.box?.querySelectorAll<HTMLElement>('[data-letter]') ?? []) {
      const c = key.dataset.letter ?? '';
      key.textContent = on ? c.toLocaleUpperCase(taal) : c;
    }
  }

  private type(text: string): void {
    this.replace(text, 0);
  }

  private back(): void {
    this.replace('', 1);
  }

  private enter(): void {
    if (this.field instanceof HTMLTextAreaElement) this.type('\n');
    else this.field?.form?.requestSubmit();
  }

  /** @param before characters before the cursor that go too, when nothing is selected. */
  private replace(text: string, before: number): void {
    const { field } = this;
    if (!field) return;
    const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
    field.setRangeText(text, start === end ? Math.max(0, start - before) : start, end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: text ? 'insertText' : 'deleteContentBackward', data: text || null }));
  }
}
