/** Six keys are enough for everything: four arrows, OK (Enter) and back (Escape). */
import { deepActive } from './dom';

const MAY_HAVE_FOCUS = 'button, input, select, textarea, a[href], [tabindex="0"]';
const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** From right to left the arrow to the left leads on. */
const stepOf = (key: string): number => (STEP[key] ?? 0) * (document.documentElement.dir === 'rtl' && (key === 'ArrowLeft' || key === 'ArrowRight') ? -1 : 1);

/** @param back presses the button that goes one question back.
 * @param upDown where an arrow up or down leads when that is not the stop before or behind.
 * @param moved something else has focus now. */
export function listenToKeypad(back: () => void, upDown: (from: Element | null, step: number) => HTMLElement | undefined, moved: () => void): void {
  document.addEventListener('keydown', (e) => {
    const step = stepOf(e.key);
    const at = deepActive();
    if (step && !movesCursor(e.key, step, at)) {
      e.preventDefault();
      const there = e.key === 'ArrowUp' || e.key === 'ArrowDown' ? upDown(at, step) : undefined;
      if (there) there.focus();
      else move(at, step);
      moved();
    } else if (e.key === 'Enter' && at instanceof HTMLSelectElement) {
      // While its list is open the arrows go through that; otherwise who only walks by would change the choice.
      e.preventDefault();
      at.showPicker();
    } else if (e.key === 'Escape' && !document.querySelector('dialog[open]')) {
      back();
    }
  });
}

/** Inside a text the arrows move the cursor; at its ends they leave it. */
function movesCursor(key: string, step: number, at: Element | null): boolean {
  if (!(at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text'))) return false;
  if (at instanceof HTMLInputElement && (key === 'ArrowDown' || key === 'ArrowUp')) return false;
  return (step > 0 ? at.selectionEnd !== at.value.length : at.selectionStart !== 0);
}

function move(from: Element | null, step: number): void {
  const all = focusables(document.querySelector('dialog[open]') ?? document);
  const at = from ? all.indexOf(from as HTMLElement) : -1;
  const next = at >= 0 ? at + step : nearest(all, from, step);
  all[(next + all.length) % all.length]?.focus();
}

/** From a heading, which is no stop itself, to the first stop behind or before it. */
function nearest(all: readonly HTMLElement[], from: Element | null, step: number): number {
  if (!from || from === document.body) return step > 0 ? 0 : -1;
  const after = all.findIndex((e) => e.getRootNode() === from.getRootNode() && (from.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  return step > 0 ? Math.max(after, 0) : after - 1;
}

function focusables(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((e) => [
    ...(e.matches(MAY_HAVE_FOCUS) && e.checkVisibility() && e.tabIndex >= 0 ? [e] : []),
    ...(e.shadowRoot ? focusables(e.shadowRoot) : []),
  ]);
}
