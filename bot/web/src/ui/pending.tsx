import { useEffect, useState } from 'preact/hooks';
import type { State } from '../conversation';
import { useAfter, useChat } from './context';
import { downloadOverview } from './download';

/** What is happening with the answer that is on its way. Quick replies never show it. */
export function PendingStatus({ state }: { state: State }) {
  const { t, telefoon, announce, conversation, modus } = useChat();
  const [code, setCode] = useState('');
  const { pending } = state;
  const key = pending?.id;
  const visible = useAfter(pending !== null, 800, key);
  const patience = useAfter(pending !== null, 3000, key);
  const long = useAfter(pending !== null, 10_000, key);
  const unsent = pending?.phase === 'waiting';
  const arrived = pending?.phase === 'sent';
  const slow = arrived ? `${t.duurtLang} ${t.antwoordBewaard}` : t.duurtLang;
  useEffect(() => { if (patience) announce(unsent ? t.nietVerstuurd : t.geduld); }, [patience, unsent]);
  useEffect(() => {
    if (long && !unsent) announce(slow);
    if (long && arrived) conversation.markOverdue();
  }, [long, unsent, arrived]);
  useEffect(() => {
    if (long && modus !== 'kiosk') conversation.saveCode().then((saved) => setCode(saved.code), () => undefined);
  }, [long]);
  if (!pending) return null;
  const saved = long && code && <p>{t.uwCode} <bdi dir="ltr" class="kenmerk"><strong>{code}</strong></bdi></p>;
  const words = pending.bericht.soort === 'opdracht' ? '' : pending.bericht.tekst;
  if (unsent) {
    return (
      <div class="onderweg" data-toon="waarschuwing">
        {words && <p class="eigen" dir="auto">{t.uwAntwoord(words)}</p>}
        <p>{t.nietVerstuurd}</p>
        {saved}
        {!pending.serverError && <button type="button" class="knop" onClick={() => conversation.tryNow()}>{t.probeerNu}</button>}
      </div>
    );
  }
  return visible ? (
    <div class="onderweg">
      <p>{long ? slow : t.bezig} <span class="stippen" aria-hidden="true"><i /><i /><i /></span></p>
      {saved}
      {long && telefoon && <p>{t.bel(telefoon)}</p>}
    </div>
  ) : null;
}

/** Stands on top when the server answers with errors: what is the matter, and three ways on.
 * @param stuck a part of the screen does not come; another release of the service may have taken its place, and the page has to be opened again. */
export function ServerTrouble({ state, stuck }: { state: State; stuck: boolean }) {
  const { t, telefoon, conversation, modus } = useChat();
  if (!stuck && !state.pending?.serverError) return null;
  return (
    <section class="storing" aria-label={t.serverFout}>
      <p><strong>{t.serverFout}</strong></p>
      <p>{t.serverFoutUitleg} {telefoon && t.bel(telefoon)}</p>
      <div class="rij-knoppen">
        <button type="button" class="knop" onClick={() => (stuck && !conversation.store.memoryOnly ? location.reload() : conversation.tryNow())}>{t.probeerOpnieuw}</button>
        {modus !== 'kiosk' && <button type="button" class="knop" onClick={() => downloadOverview(state, t)}>{t.downloadKlacht}</button>}
      </div>
    </section>
  );
}
