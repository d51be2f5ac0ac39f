import type { Lezen } from '../net/session';
import type { View } from '../view';
import { useAfter, useChat } from './context';
import { SaveForLater } from './later';
import { leaveFast } from './exit';
import { Lines } from './links';
import { ReadingHelp } from './reading';
import { TaalKeuze } from './taal';

interface HeaderProps {
  readonly view: View;
  /** Whether its buttons are drawn too. */
  readonly whole: boolean;
  readonly id: string;
  /** How often saving was asked for. */
  readonly saving: number;
  readonly lezen: Lezen;
  onSave(): void;
  onLezen(lezen: Lezen): void;
  readonly onClose?: () => void;
}

/** Heading and progress. On a page of its own the page has the heading, and the step stands in its place. */
export function Header({ view, whole, id, saving, lezen, onSave, onLezen, onClose }: HeaderProps) {
  const { t, x, modus, conversation } = useChat();
  const stap = view.question?.stap;
  const step = stap ? t.stap(stap.nr, stap.van, stap.titel) : '';
  const own = modus === 'pagina' || modus === 'kiosk';
  const title = own && step ? step : t.titel;
  return (
    <header class="kop">
      <div class="kop-tekst">
        <h2 id={id} class={own && !step ? 'vh' : ''}>{title}</h2>
        {step && title !== step && <p class="stap">{step}</p>}
      </div>
      {modus !== 'kiosk' && view.lastSaved && view.hasAnswers && <p class="bewaard">{t.bewaard(clockTime(view.lastSaved, t.taal))}</p>}
      <TaalKeuze />
      {whole && modus !== 'kiosk' && (
        <div class="kop-knoppen">
          <button type="button" class="knop knop-weg" lang={x.taal} onClick={() => leaveFast(conversation)}>{x.snelWeg}</button>
          <ReadingHelp lezen={lezen} onChange={onLezen} />
          {view.hasAnswers && <SaveForLater open={saving} onOpen={onSave} />}
          {onClose && <button type="button" class="knop knop-stil" onClick={onClose}>{t.sluiten}</button>}
        </div>
      )}
      {stap && <Progress nr={stap.nr} van={stap.van} />}
    </header>
  );
}

/** The words carry the meaning; this line is for the eye only. */
function Progress({ nr, van }: { nr: number; van: number }) {
  return <div class="voortgang" aria-hidden="true">{Array.from({ length: van }, (_, i) => <span key={i} data-staat={i + 1 < nr ? 'af' : i + 1 === nr ? 'nu' : 'later'} />)}</div>;
}

function clockTime(moment: string, taal: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleTimeString(`${taal}-u-nu-latn-hc-h23`, { hour: '2-digit', minute: '2-digit' });
}

/** As long as there is nothing to show yet. @param quiet there is something already; only say so when it takes long. */
export function Loading({ quiet }: { quiet: boolean }) {
  const { t, telefoon } = useChat();
  const long = useAfter(true, 5000);
  if (quiet && !long) return null;
  return <p class="laden">{long ? `${t.ladenLang} ${telefoon && t.bel(telefoon)}` : t.laden}</p>;
}

/** The same help in the same place on every screen.
 * @param over nothing can be sent any more, so how to reach a person stands here.
 * @param waits the last press had to wait for an answer that is on its way. */
export function Footer({ view, over, waits }: { view: View; over: boolean; waits: boolean }) {
  const { t, send, modus, straks, telefoon } = useChat();
  const contact = telefoon ? t.bel(telefoon) : t.belGemeente;
  return (
    <footer class="voet">
      <p class="voet-kop">{t.hulpNodig}</p>
      {(over || waits) && <Lines text={waits ? `${t.wachtOpVorige} ${contact}` : contact} />}
      {!over && <div class="rij-knoppen">
        <button type="button" class="knop knop-stil" onClick={() => send({ soort: 'opdracht', naam: 'mens' })}>{t.mens}</button>
        <button type="button" class="knop knop-stil" onClick={() => send({ soort: 'opdracht', naam: 'help' })}>{t.help}</button>
        {view.hasAnswers && !view.sent && <button type="button" class="knop knop-stil" onClick={() => send({ soort: 'opdracht', naam: 'ongedaan' })}>{t.ongedaan}</button>}
        {modus !== 'kiosk' && <button type="button" class="knop knop-stil" onClick={() => send({ soort: 'opdracht', naam: 'wis' })}>{t.wis}</button>}
      </div>}
      {!over && straks && modus === 'kiosk' && view.hasAnswers && !view.sent && <straks.TakeAlong />}
      <p class="uitleg">{t.beslist}</p>
    </footer>
  );
}

/** Whether the connection is there, in words. Read out by the announcer, so not live itself. */
export function Banner({ text }: { text: string }) {
  return text ? <p class="balk">{text}</p> : null;
}
