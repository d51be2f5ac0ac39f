import { el } from './dom';

export interface Dialog {
  say(text: string): void;
  close(): void;
}

let count = 0;

/** Of a click on the dialog itself: whether it is in the box, and not on the page behind it. */
function within(box: HTMLElement, e: PointerEvent): boolean {
  const r = box.getBoundingClientRect();
  return e.clientX >= r.left && e.clientX <= r.right && e.clientY >= r.top && e.clientY <= r.bottom;
}

/** Keys that move to a button or press it. */
const OWN_KEYS = ['Tab', 'Shift', 'Enter', ' ', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'];

/** A question over everything else. The first button has focus; any other key, or a touch beside it, is `onCancel`. */
export function dialog(title: string, text: string, buttons: readonly (readonly [label: string, act: () => void])[], onCancel?: () => void): Dialog {
  const id = `d${++count}`;
  const words = el('p', { id: `${id}t` }, text);
  const box = el('dialog', { role: 'alertdialog', class: 'kiosk-vraag', 'aria-labelledby': `${id}k`, 'aria-describedby': `${id}t` }, el('h2', { id: `${id}k` }, title), words);
  const close = () => { box.close(); box.remove(); };
  for (const [label, act] of buttons) {
    const button = el('button', { type: 'button' }, label);
    button.addEventListener('click', () => { close(); act(); });
    box.append(button);
  }
  const away = () => { close(); onCancel?.(); };
  box.addEventListener('cancel', away);
  if (onCancel) {
    box.addEventListener('keydown', (e) => { if (!OWN_KEYS.includes(e.key)) away(); });
    box.addEventListener('pointerdown', (e) => { if (e.target === box && !within(box, e)) away(); });
  }
  document.body.append(box);
  box.showModal();
  box.querySelector('button')?.focus();
  return { say: (t) => { words.textContent = t; }, close };
}
