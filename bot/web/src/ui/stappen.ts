import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Conversation } from '../conversation';
import type { Getypt, Voorlopig } from './voorlopig';

/** The screen is drawn in parts, so that a slow telephone can take what is typed in between: frame, heading, its buttons, earlier words, what stands around the question, the question, what stands below it. */
export const KOP = 1;
export const KNOPPEN = 2;
export const EERDER = 3;
export const OMHEEN = 4;
const VRAAG = 5;
export const ALLES = 6;

/** @returns how far the screen is drawn, and whether the question is there. */
export function useParts(voorlopig: Voorlopig, conversation: Conversation, root: ShadowRoot): [part: number, ready: boolean] {
  const [part, set] = useState(0);
  const typed = useRef<Getypt | null>(null);
  useEffect(() => {
    if (part === ALLES) return;
    const timer = setTimeout(() => {
      if (part + 1 === VRAAG) typed.current = voorlopig.keep(conversation.store);
      set(part + 1);
    });
    return () => clearTimeout(timer);
  }, [part]);
  useLayoutEffect(() => {
    if (part === VRAAG && typed.current?.focused) goOnTyping(root, typed.current);
  }, [part]);
  useEffect(() => {
    if (part === VRAAG && typed.current?.sent && typed.current.text.trim()) root.querySelector<HTMLFormElement>('form.typen')?.requestSubmit();
  }, [part]);
  return [part, part >= VRAAG];
}

function goOnTyping(root: ShadowRoot, { from, to }: Getypt): void {
  const field = root.querySelector<HTMLTextAreaElement>('.veld');
  field?.focus({ preventScroll: true });
  field?.setSelectionRange(from, to);
}
