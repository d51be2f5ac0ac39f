/** A keyboard on the screen, for a kiosk that has none. A real keyboard works beside it. */
import { meer } from '../teksten/meer';
import { deepActive, el } from './dom';
import { fromRight, schrift, toetsen } from './toetsen';

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null | undefined): target is Field =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');

/** The key of a row that stands closest above or below another key. */
function nearest(row: Element, to: Element): HTMLElement | undefined {
  const middle = (e: Element) => { const r = e.getBoundingClientRect(); return r.left + r.width / 2; };
  const away = (e: Element) => Math.abs(middle(e) - middle(to));
  return [...row.querySelectorAll('button')].sort((a, b) => away(a) - away(b))[0];
}

/** Shows itself under `stage` whenever a field gets focus, until something else is pressed. */
export class Keyboard {
  private get x() {
    return meer(document.documentElement.lang).toetsenbord;
  }

  private box: HTMLElement | undefined;
  private field: Field | undefined;
  private pressed: readonly EventTarget[] = [];
  private capitals = false;
  /** Latin letters in a language that has others. */
  private latin = false;

  constructor(private readonly stage: HTMLElement) {
    document.addEventListener('focusin', () => this.look());
    document.addEventListener('keyup', (e) => { if (e.key === 'Tab') this.look(); });
    document.addEventListener('pointerdown', (e) => { this.pressed = e.composedPath(); }, { capture: true });
    // A key of a keypad gives a click without a touch before it.
    document.addEventListener('click', (e) => { this.hideAfter(e.detail > 0 ? this.pressed : e.composedPath()); this.look(); });
  }

  /** Takes it away, for instance when the resident stops. */
  hide(): void {
    this.box?.remove();
    this.box = undefined;
    this.field = undefined;
  }

  /** Comes up when a field has focus. When focus moves inside the chat nothing of that is told outside, so every way to move it ends here. */
  look(): void {
    this.show(deepActive());
  }

  /** Where an arrow up or down leads: from the field to the keys, from row to row, and from the first row back to the field. */
  next(from: Element | null, step: number): HTMLElement | undefined {
    if (!this.box || !from) return undefined;
    if (from === this.field) return step > 0 ? this.box.querySelector('button') ?? undefined : undefined;
    const row = from.closest('.toetsen-rij');
    const other = step > 0 ? row?.nextElementSibling : row?.previousElementSibling;
    return other ? nearest(other, from) : row && step < 0 ? this.field : undefined;
  }

  private show(target: EventTarget | null): void {
    if (!isField(target)) return;
    this.field = target;
    if (!this.box) {
      this.capitals = this.latin = false;
      this.box = this.keys();
      this.stage.after(this.box);
    }
    target.scrollIntoView({ block: 'nearest' });
  }

  /** @param path where the press began: when the keyboard comes up, what is under the finger moves. */
  private hideAfter(path: readonly EventTarget[]): void {
    if (this.box && !path.includes(this.box) && !isField(path[0])) this.hide();
  }

  private keys(): HTMLElement {
    const taal = document.documentElement.lang;
    const rows = toetsen(this.latin ? 'nl' : taal).map((row) => el('div', { class: 'toetsen-rij' }, ...[...row].map((c) => this.letter(c))));
    const own = el('div', { class: 'toetsen-rij' }, this.shift(), ...this.script(taal),
      this.key(this.x.spatie, () => this.type(' '), 'breed'),
      this.key(this.x.enter, () => this.enter()),
      this.key(this.x.wis, () => this.back()),
      this.key(this.x.sluit, (e) => { e.stopPropagation(); this.field?.focus(); this.hide(); }));
    const group = el('div', { class: 'toetsen', role: 'group', 'aria-label': this.x.naam, dir: fromRight(taal) && !this.latin ? 'rtl' : 'ltr' }, ...rows, own);
    return el('section', { 'aria-label': this.x.naam }, group);
  }

  /** Acts when the finger leaves; until then the field keeps its focus and its cursor. */
  private key(name: string, act: (e: Event) => void, kind = ''): HTMLButtonElement {
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

  /** Codes, postcodes, addresses and e-mail are in Latin letters, whatever the language. */
  private script(taal: string): HTMLButtonElement[] {
    const own = schrift[taal];
    if (!own) return [];
    const made = this.key(this.latin ? own : 'ABC', () => {
      this.latin = !this.latin;
      this.capitals = false;
      this.box?.replaceChildren(...this.keys().children);
      this.box?.querySelector<HTMLElement>('[data-schrift]')?.focus();
    });
    made.dataset.schrift = '';
    return [made];
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
