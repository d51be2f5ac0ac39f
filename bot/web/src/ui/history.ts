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
  const depth = useRef(0);
  const latest = useRef({ view, back });
  latest.current = { view, back };
  const answers = view.turns.filter((turn) => turn.van === 'bewoner').length;
  // Before the question is seen: whoever goes back at once must not leave the page.
  useLayoutEffect(() => {
    if (!on || answers <= depth.current) return;
    history.pushState({ klachthulp: answers }, '');
    depth.current = answers;
  }, [on, answers, view.questionId]);
  useEffect(() => {
    if (!on) return;
    const onPop = (e: PopStateEvent) => {
      const to = Number((e.state as { klachthulp?: number } | null)?.klachthulp ?? 0);
      if (to < depth.current && latest.current.view.hasAnswers) latest.current.back();
      depth.current = to;
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, [on]);
}
