import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Document, Route, Uitkomst } from '../wire';
import { useChat } from './context';
import { saveAs } from './download';
import { Lines } from './links';

/** The end of the conversation: what can be done, until when, and the documents for it. */
export function Outcome({ uitkomst, heading }: { uitkomst: Uitkomst; heading: RefObject<HTMLHeadingElement | null> }) {
  const { t } = useChat();
  const id = useId();
  return (
    <section class="uitkomst" aria-labelledby={`${id}k`}>
      <h3 id={`${id}k`} ref={heading} tabIndex={-1}>{uitkomst.titel}</h3>
      <Lines text={uitkomst.uitleg} />
      {uitkomst.documenten.length > 0 && <Documents documents={uitkomst.documenten} />}
      {uitkomst.routes.length > 0 && (
        <>
          <h4>{t.wegen}</h4>
          <ul class="wegen" role="list">{uitkomst.routes.map((r) => <RouteCard key={r.code} route={r} />)}</ul>
        </>
      )}
      <button type="button" class="knop" onClick={() => print()}>{t.print}</button>
    </section>
  );
}

function RouteCard({ route }: { route: Route }) {
  const { t } = useChat();
  return (
    <li class="weg">
      <h5>{route.naam}</h5>
      <Lines text={route.uitleg} />
      {route.uiterlijk && <p class="uiterlijk">{t.uiterlijk(inWords(route.uiterlijk, t.taal))}</p>}
    </li>
  );
}

/** "2027-01-03" becomes "zondag 3 januari 2027". */
function inWords(day: string, taal: string): string {
  return new Intl.DateTimeFormat(taal, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

const KIND: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'text/plain': 'tekst', 'text/html': 'webpagina', 'application/json': 'json' };

/** The token travels in a header, never in an address; so each document is fetched and then handed to the browser. */
function Documents({ documents }: { documents: readonly Document[] }) {
  const { t, conversation, announce } = useChat();
  const [status, setStatus] = useState('');
  const say = (text: string) => { setStatus(text); announce(text); };
  const download = async (d: Document) => {
    say(t.downloadBezig);
    try {
      saveAs(await conversation.document(d.url), d.naam);
      say(t.downloadKlaar(d.titel));
    } catch {
      say(t.downloadMislukt);
    }
  };
  return (
    <>
      <h4>{t.documenten}</h4>
      <ul class="documenten" role="list">
        {documents.map((d, i) => (
          <li key={d.naam}>
            <button type="button" class={i === 0 ? 'knop knop-hoofd' : 'knop'} onClick={() => void download(d)}>{t.download(d.titel, KIND[d.soort] ?? '')}</button>
          </li>
        ))}
      </ul>
      {status && <p class="uitleg">{status}</p>}
    </>
  );
}
