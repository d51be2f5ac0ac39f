import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Teksten } from '../teksten';
import type { View } from '../view';
import type { Modus } from './context';

/** On a page of its own: the step in the title, and the browser's Back button as "one question back". */
export function usePage(modus: Modus, view: View, t: Teksten, back: () => void): void {
  const on = modus === 'pagina' || modus === 'kiosk';
  const stap = view.question?.stap;
  const title = stap ? t.stap(stap.nr, stap.van, stap.titel) : view.outcome?.titel;
  useEffect(() => {
    if (on) document.title = title ? `${view.error ? t.foutInTitel : ''}${title} - ${t.titel}` : t.titel;
  }, [on, title, view.error, t]);
  useBackButton(modus === 'pagina', view, back);
}

/** Each further question gets an entry in the browser's history; leaving an entry goes back a question. */
function useBackButton(on: boolean, view: View, back: () => void): void {
  /** Number of the entry we are at; of the page itself it is 0. */
  const depth = useRef(entry(history.state));
  /** Answers that have an entry. */
  const seen = useRef(0);
  const latest = useRef({ view, back });
  latest.current = { view, back };
  const answers = view.turns.filter((turn) => turn.van === 'bewoner').length;
  // Before the question is seen: whoever goes back at once must not leave the page.
  useLayoutEffect(() => {
    const more = answers > seen.current;
    // After loading again those of before are still there.
    const loaded = seen.current === 0 && depth.current > 0;
    seen.current = answers;
    if (on && more && !loaded) history.pushState({ klachthulp: ++depth.current }, '');
  }, [on, answers, view.questionId]);
  useEffect(() => {
    if (!on) return;
    const onPop = (e: PopStateEvent) => {
      if (location.hash) return latest.current.view.hasAnswers ? here(depth.current) : undefined;
      const to = entry(e.state);
      if (to < depth.current && latest.current.view.hasAnswers) latest.current.back();
      depth.current = to;
    };
    if (location.hash && view.hasAnswers) here(depth.current);
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, [on, view.hasAnswers]);
}

const entry = (state: unknown) => (state as { klachthulp?: number } | null)?.klachthulp ?? 0;

/** A link into this page is no step: what stands behind the # goes, it may be the code of the conversation that is open already. */
const here = (depth: number) => history.replaceState({ klachthulp: depth }, '', location.pathname + location.search);
