import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Conversation, State } from '../conversation';
import type { Teksten } from '../teksten';
import type { Meer } from '../teksten/meer';
import type { Bericht } from '../wire';
import type { ReadAloud } from './reading';

export type Straks = typeof import('./straks');

export type Modus = 'inline' | 'launcher' | 'pagina' | 'kiosk';

export interface Chat {
  /** The element on the page. */
  readonly host: HTMLElement;
  readonly t: Teksten;
  /** Words that may be Dutch still; what shows them carries their language. */
  readonly x: Meer;
  readonly reading: ReadAloud;
  readonly modus: Modus;
  /** Telephone number of the gemeente, as the page gave it; may be empty. */
  readonly telefoon: string;
  readonly conversation: Conversation;
  /** The parts for later; null until they are here. */
  readonly straks: Straks | null;
  /** Sends for the current question; says so when an earlier answer is still on its way. */
  send(bericht: Bericht): boolean;
  announce(text: string): void;
}

const Context = createContext<Chat | null>(null);

export const ChatProvider = Context.Provider;

export function useChat(): Chat {
  const chat = useContext(Context);
  if (!chat) throw new Error('Used outside of the chat.');
  return chat;
}

export function useConversation(conversation: Conversation): State {
  const [state, set] = useState(conversation.state);
  useEffect(() => {
    set(conversation.state);
    return conversation.subscribe(() => set(conversation.state));
  }, [conversation]);
  return state;
}

/** Fetches the parts for later once something was said; tries again at every next question. */
export function useStraks(root: ShadowRoot, on: boolean, key: unknown): Straks | null {
  const [parts, set] = useState<Straks | null>(null);
  useEffect(() => {
    if (on && !parts) import('./straks').then((came) => { came.dress(root); set(came); }, () => undefined);
  }, [on, key]);
  return parts;
}

/** True once `on` has been true for `ms` milliseconds; false at once when it is not. */
export function useAfter(on: boolean, ms: number, key: unknown = null): boolean {
  const [past, set] = useState(false);
  useEffect(() => {
    set(false);
    if (!on) return;
    const timer = setTimeout(() => set(true), ms);
    return () => clearTimeout(timer);
  }, [on, ms, key]);
  return on && past;
}

/** Whether `element` is at least `px` CSS pixels wide; told before anything is painted. Asking at once would make the browser lay out the page for it. */
export function useWide(element: HTMLElement, px: number): boolean {
  const [wide, set] = useState(false);
  useEffect(() => {
    const observer = new ResizeObserver(() => set(element.clientWidth >= px));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, px]);
  return wide;
}

