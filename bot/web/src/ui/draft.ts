import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { State } from '../conversation';
import type { Vraag } from '../wire';
import { useChat } from './context';

type Draft = readonly [text: string, setText: (text: string) => void, clear: () => void];

/**
 * The text in the field. It is kept for each question, so that nothing is lost by a reload, a change or an error.
 * What was typed while the next question was on its way stays in the field.
 * @param wrong whether the last answer was refused. A command asks the question again too, and has done its work.
 */
export function useDraft(vraag: Vraag, questionId: string, state: State, wrong: boolean): Draft {
  const { conversation } = useChat();
  const { store } = conversation;
  const [text, set] = useState(() => store.draft(vraag.vraag));
  const asked = useRef('');
  const sent = useRef({ vraag: '', text: '' });
  const ahead = useRef(false);
  const setText = (value: string) => {
    ahead.current = state.pending !== null && value !== '';
    set(value);
    store.setDraft(vraag.vraag, value);
  };
  const clear = () => {
    sent.current = { vraag: vraag.vraag, text };
    set('');
    store.setDraft(vraag.vraag, '');
  };
  useLayoutEffect(() => {
    const before = asked.current;
    asked.current = vraag.vraag;
    if (ahead.current && before) {
      ahead.current = false;
      store.setDraft(before, '');
      return store.setDraft(vraag.vraag, text);
    }
    const refused = wrong && before === vraag.vraag && sent.current.vraag === before ? sent.current.text : '';
    if (refused) store.setDraft(before, refused);
    set(store.draft(vraag.vraag) || refused || current(vraag));
  }, [questionId]);
  useLayoutEffect(() => {
    const { returned } = state;
    if (returned && returned.vraag === vraag.vraag && text === '' && !vraag.opties?.some((o) => o.titel === returned.tekst)) setText(returned.tekst);
  }, [state.returned, questionId]);
  return [text, setText, clear];
}

/** The answer given before, where it was typed. */
function current(vraag: Vraag): string {
  return vraag.opties?.length ? '' : vraag.huidig?.tekst ?? '';
}
