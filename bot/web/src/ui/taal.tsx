import { useEffect } from 'preact/hooks';
import type { State } from '../conversation';
import { talen } from '../teksten';
import { useChat } from './context';

/** The choice of a language; the reply tells whether it changed. Names in the language itself, no flags. */
export function TaalKeuze() {
  const { t, send } = useChat();
  const choose = (e: { currentTarget: HTMLSelectElement }) => {
    if (!send({ soort: 'opdracht', naam: 'taal', taal: e.currentTarget.value })) e.currentTarget.value = t.taal;
  };
  return (
    <select class="taal-keuze" aria-label={t.taalKeuze} value={t.taal} onChange={choose}>
      {talen.map(([taal, naam]) => <option key={taal} value={taal} lang={taal}>{naam}</option>)}
    </select>
  );
}

/** The conversation itself says in which language it is held: also when that was typed, or chosen on another device. */
export function useTaal(state: State, onTaal: (taal: string) => void): void {
  const taal = state.activities.findLast((a) => a.from?.role !== 'user' && a.locale)?.locale?.split('-')[0];
  useEffect(() => { if (taal) onTaal(taal); }, [taal]);
}
