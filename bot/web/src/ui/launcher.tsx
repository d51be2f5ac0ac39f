import type { ComponentChildren } from 'preact';
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
    if (matchMedia(SMALL).matches) dialog.current?.showModal();
    else dialog.current?.show();
    focusQuestion(root);
  }, [open]);
  useRoomForButton();
  return (
    <>
      <button ref={button} type="button" class="opener" aria-expanded={open} hidden={open} onClick={show}>{t.openen}</button>
      <dialog ref={dialog} class="paneel" aria-labelledby={titleId} onCancel={(e) => { e.preventDefault(); close(); }} onKeyDown={(e) => { if (e.key === 'Escape') { e.preventDefault(); close(); } }}>
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

/** Keeps what has focus on the page from hiding behind the button. */
function useRoomForButton(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const before = style.scrollPaddingBlockEnd;
    style.scrollPaddingBlockEnd = '6rem';
    return () => { style.scrollPaddingBlockEnd = before; };
  }, []);
}
