/** Six keys are enough for everything: four arrows, OK (Enter) and back (Escape). */

const MAY_HAVE_FOCUS = 'button, input, textarea, a[href], [tabindex="0"]';
const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** @param back presses the button that goes one question back. */
export function listenToKeypad(back: () => void): void {
  document.addEventListener('keydown', (e) => {
    const step = STEP[e.key];
    const at = deepActive();
    if (step && !movesCursor(e.key, at)) {
      e.preventDefault();
      move(at, step);
    } else if (e.key === 'Escape' && !document.querySelector('dialog[open]')) {
      back();
    }
  });
}

function deepActive(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Inside a text the arrows move the cursor; at its ends they leave it. */
function movesCursor(key: string, at: Element | null): boolean {
  if (!(at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text'))) return false;
  if (at instanceof HTMLInputElement && (key === 'ArrowDown' || key === 'ArrowUp')) return false;
  return (STEP[key] === 1 ? at.selectionEnd !== at.value.length : at.selectionStart !== 0);
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
