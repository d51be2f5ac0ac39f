import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Teksten } from '../teksten';

interface Props {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly t: Teksten;
  readonly titleId: string;
  children(close: () => void): ComponentChildren;
}

/** Below this width the panel covers the screen and the page behind it cannot be reached. */
const SMALL = '(max-width: 640px)';

/** A button with words that opens the conversation in a panel. It never opens by itself, and closing never erases. */
export function Launcher({ host, root, t, titleId, children }: Props) {
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const [full, setFull] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const show = () => {
    opener.current = document.activeElement === host ? button.current : document.activeElement as HTMLElement | null;
    setOpened(true);
    setOpen(true);
  };
  const close = () => {
    window.speechSynthesis?.cancel();
    dialog.current?.close();
    setOpen(false);
  };
  /** Over the whole screen the page behind it cannot be reached either. */
  const resize = () => {
    dialog.current?.close();
    if (full) dialog.current?.show();
    else dialog.current?.showModal();
    setFull(!full);
  };
  const restoreFocus = () => {
    const { current } = opener;
    (current?.isConnected && current !== document.body ? current : button.current)?.focus();
  };
  useEffect(() => {
    host.addEventListener('klachthulp-open', show);
    return () => host.removeEventListener('klachthulp-open', show);
  }, []);
  useEffect(() => {
    if (!open) return opened ? restoreFocus() : undefined;
    if (dialog.current?.open) return;
    if (full || matchMedia(SMALL).matches) dialog.current?.showModal();
    else dialog.current?.show();
    focusQuestion(root);
  }, [open]);
  useRoomForButton(host, button);
  return (
    <>
      <button ref={button} type="button" class="opener" aria-expanded={open} hidden={open} onClick={show}>{t.openen}</button>
      <dialog ref={dialog} class="paneel" aria-labelledby={titleId} onCancel={(e) => { e.preventDefault(); close(); }} onKeyDown={(e) => { if (e.key === 'Escape') { e.preventDefault(); close(); } }}>
        {opened && <button type="button" class="knop-tekst" aria-pressed={full} onClick={resize}>{t.heleScherm}</button>}
        {opened && children(close)}
      </dialog>
    </>
  );
}

/** To the question, not to its field: it is heard first, and no keyboard jumps up on a telephone. */
function focusQuestion(root: ShadowRoot): void {
  const find = () => root.querySelector<HTMLElement>('.vraag h3, .uitkomst h3, .einde h3');
  const now = find();
  if (now) return now.focus();
  const observer = new MutationObserver(() => {
    const heading = find();
    if (!heading) return;
    observer.disconnect();
    if (root.activeElement === null || root.activeElement.closest('dialog')) heading.focus();
  });
  observer.observe(root, { childList: true, subtree: true });
}

/** Keeps what has focus on the page from hiding behind the button: the page scrolls further, and where it cannot the button moves up. */
function useRoomForButton(host: HTMLElement, button: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const before = style.scrollPaddingBlockEnd;
    style.scrollPaddingBlockEnd = '6rem';
    const onFocus = ({ target }: FocusEvent) => requestAnimationFrame(() => {
      const opener = button.current;
      if (!opener || target === host) return;
      opener.style.insetBlockEnd = '';
      const [b, f] = [opener.getBoundingClientRect(), (target as Element).getBoundingClientRect()];
      if (f.right > b.left && f.left < b.right && f.bottom > b.top && f.top < b.bottom && f.top > b.height) opener.style.insetBlockEnd = `${innerHeight - f.top}px`;
    });
    addEventListener('focusin', onFocus);
    return () => {
      style.scrollPaddingBlockEnd = before;
      removeEventListener('focusin', onFocus);
    };
  }, []);
}
