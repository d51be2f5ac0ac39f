import type { ComponentChildren, RefObject } from 'preact';
import type { State } from '../conversation';
import { useChat } from './context';
import { inWords } from './days';
import { downloadOverview } from './download';
import { GoOn } from './later';

type Heading = RefObject<HTMLHeadingElement | null>;

/** Everything was removed from this browser; a new conversation can begin. */
export function Erased({ heading }: { heading: Heading }) {
  const { t, conversation, modus } = useChat();
  if (modus === 'kiosk') return null;
  return (
    <End title={t.gewistTitel} heading={heading}>
      <p>{t.gewist}</p>
      <button type="button" class="knop knop-hoofd" onClick={() => conversation.restart()}>{t.opnieuw}</button>
    </End>
  );
}

/** Too long away: with a code the conversation goes on where it was, otherwise the answers can still be taken along. */
export function Expired({ state, heading }: { state: State; heading: Heading }) {
  const { t, x, conversation, modus } = useChat();
  const { saved } = conversation.store;
  const answers = (state.overzicht?.antwoorden.length ?? 0) + (state.returned ? 1 : 0);
  const words = state.gone ? x.weg : saved?.bewaardTot ? x.verlopenBewaard(inWords(saved.bewaardTot, x.taal)) : x.verlopenCode;
  return (
    <End title={t.verlopenTitel} heading={heading}>
      <p><span lang={x.taal}>{words}</span> {answers > 0 && t.verlopenDownload}</p>
      {!state.gone && saved && <button type="button" class="knop knop-hoofd" lang={x.taal} onClick={() => void conversation.takeUp(saved.code).catch(() => undefined)}>{x.gaVerderHier}</button>}
      {!state.gone && !saved && <GoOn open />}
      <div class="rij-knoppen">
        <button type="button" class="knop" onClick={() => conversation.restart()}>{t.opnieuw}</button>
        {answers > 0 && modus !== 'kiosk' && <button type="button" class="knop" onClick={() => downloadOverview(state, t)}>{t.downloadKlacht}</button>}
      </div>
    </End>
  );
}

/** The conversation goes on in another window; it can be fetched back. */
export function Elsewhere({ heading }: { heading: Heading }) {
  const { x, conversation } = useChat();
  return (
    <End title={x.elders} heading={heading} lang={x.taal}>
      <p>{x.eldersUitleg}</p>
      <button type="button" class="knop knop-hoofd" onClick={() => conversation.takeOver()}>{x.hierVerder}</button>
    </End>
  );
}

function End({ title, heading, lang, children }: { title: string; heading: Heading; lang?: string; children: ComponentChildren }) {
  return (
    <section class="einde" lang={lang}>
      <h3 tabIndex={-1} ref={heading}>{title}</h3>
      {children}
    </section>
  );
}
