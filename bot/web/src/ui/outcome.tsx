import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Teksten } from '../teksten';
import type { Document, Route, Uitkomst } from '../wire';
import { useChat } from './context';
import { inWords } from './days';
import { Disclosure } from './disclosure';
import { saveAs } from './download';
import { Lines } from './links';

/** Ways that are shown at once; the rest is one press away. */
const AT_ONCE = 3;

/** The end of the conversation: what can be done, until when, and the documents for it. */
export function Outcome({ uitkomst, heading }: { uitkomst: Uitkomst; heading: RefObject<HTMLHeadingElement | null> }) {
  const { t, modus } = useChat();
  const kiosk = modus === 'kiosk';
  const url = kiosk ? uitkomst.documenten.find((d) => d.soort.startsWith('text/plain'))?.url : undefined;
  const letter = useLetter(url);
  const paper = useRef<HTMLButtonElement>(null);
  // The button with which it was asked again is gone.
  useEffect(() => { if (letter.text && letter.tries > 0) paper.current?.focus(); }, [letter.text]);
  const id = useId();
  const rest = uitkomst.routes.slice(AT_ONCE);
  return (
    <section class="uitkomst" aria-labelledby={`${id}k`}>
      <h3 id={`${id}k`} ref={heading} tabIndex={-1}>{uitkomst.titel}</h3>
      <Lines text={uitkomst.uitleg} />
      {uitkomst.kenmerk && <Receipt kenmerk={uitkomst.kenmerk} />}
      {!kiosk && uitkomst.documenten.length > 0 && <Documents documents={uitkomst.documenten} />}
      {uitkomst.routes.length > 0 && (
        <>
          <h4>{t.wegen}</h4>
          <Routes routes={uitkomst.routes.slice(0, AT_ONCE)} />
          {rest.length > 0 && <Disclosure label={t.meerWegen(rest.length)}><Routes routes={rest} /></Disclosure>}
        </>
      )}
      {url && <Letter {...letter} />}
      <button ref={paper} type="button" class="knop" disabled={url !== undefined && !letter.text} onClick={() => print()}>{kiosk ? t.printKlacht : t.print}</button>
      {kiosk && <p class="uitleg">{t.papier}</p>}
    </section>
  );
}

function Receipt({ kenmerk }: { kenmerk: string }) {
  const { t } = useChat();
  return (
    <div class="ontvangst">
      <p>{t.kenmerk}: <bdi dir="ltr" class="kenmerk"><strong>{kenmerk}</strong></bdi></p>
      <p class="uitleg">{t.kenmerkUitleg}</p>
    </div>
  );
}

function Routes({ routes }: { routes: readonly Route[] }) {
  return <ul class="wegen" role="list">{routes.map((r) => <RouteCard key={r.code} route={r} />)}</ul>;
}

function RouteCard({ route }: { route: Route }) {
  const { t } = useChat();
  return (
    <li class="weg">
      <h5>{route.naam}</h5>
      <Lines text={route.uitleg} />
      {route.uiterlijk && <p class="uiterlijk">{lastDay(route.uiterlijk, t)}</p>}
    </li>
  );
}

/** A day that has passed is told as such: being late is not always the end. */
function lastDay(day: string, t: Teksten): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format();
  return (day < today ? t.voorbij : t.uiterlijk)(inWords(day, t.taal));
}

const KIND: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'text/plain': 'tekst', 'text/html': 'webpagina', 'application/json': 'json', 'text/calendar': 'agenda' };

interface OnPaper {
  /** Empty as long as it is not here. */
  readonly text: string;
  readonly failed: boolean;
  readonly tries: number;
  again(): void;
}

/** The words of the letter; asked for again when the resident says so. */
function useLetter(url: string | undefined): OnPaper {
  const { t, conversation, announce } = useChat();
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const fail = () => { if (wanted) { setFailed(true); announce(t.downloadMislukt); } };
    setText('');
    if (url) conversation.document(url).then((blob) => blob.text()).then((words) => { if (wanted) setText(words); }).catch(fail);
    return () => { wanted = false; };
  }, [url, tries]);
  return { text, failed, tries, again: () => setTries(tries + 1) };
}

/** Where nothing may be saved the letter stands on the screen, so that it is on the paper too. */
function Letter({ text, failed, again }: OnPaper) {
  const { t } = useChat();
  if (text) return <><h4>{t.uwBrief}</h4><pre class="brief" dir="auto">{text}</pre></>;
  return failed ? <><p class="uitleg">{t.downloadMislukt}</p><button type="button" class="knop" onClick={again}>{t.probeerOpnieuw}</button></> : null;
}

/** The kind of file in a word, unless the title says it already. */
function kindOf(d: Document, t: Teksten): string {
  const own = KIND[d.soort.split(';')[0]?.trim() ?? ''] ?? '';
  const kind = t.bestand[own] ?? own;
  return d.titel.toLowerCase().includes(kind) ? '' : kind;
}

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
            <button type="button" class={i === 0 ? 'knop knop-hoofd' : 'knop'} data-bestand={d.naam} onClick={() => void download(d)}>{t.download(d.titel, kindOf(d, t))}</button>
          </li>
        ))}
      </ul>
      {status && <p class="uitleg">{status}</p>}
    </>
  );
}
