import { useEffect, useRef, useState } from 'preact/hooks';
import type { Turn } from '../view';
import { useChat } from './context';
import { Disclosure } from './disclosure';
import { Lines } from './links';
import { ReadFromHere } from './reading';

/** Earlier turns. Not a live region: it would be read again and again. One stop for the Tab key, so that it can be scrolled. */
export function Transcript({ turns }: { turns: readonly Turn[] }) {
  const { t, x } = useChat();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [missed, setMissed] = useState(false);
  const toEnd = () => { if (box.current) box.current.scrollTop = box.current.scrollHeight; };
  useEffect(() => {
    if (atEnd.current) toEnd();
    else setMissed(true);
  }, [turns.length]);
  if (turns.length === 0) return null;
  const onScroll = () => {
    const b = box.current;
    if (!b) return;
    atEnd.current = b.scrollHeight - b.scrollTop - b.clientHeight < 24;
    if (atEnd.current) setMissed(false);
  };
  return (
    <>
      <div class="gesprek" ref={box} tabIndex={0} role="region" aria-label={t.gesprek} onScroll={onScroll}>
        <ol role="list">{turns.map((turn) => <TurnItem key={turn.id} turn={turn} />)}</ol>
      </div>
      {missed && <button type="button" class="knop-tekst nieuw" lang={x.taal} onClick={() => { toEnd(); box.current?.focus({ preventScroll: true }); }}>{x.nieuwBericht}</button>}
    </>
  );
}

function TurnItem({ turn }: { turn: Turn }) {
  const { t } = useChat();
  return (
    <li class="beurt" data-van={turn.van} data-toon={turn.toon} {...(turn.taal && turn.taal !== t.taal ? { lang: turn.taal, dir: 'auto' } : {})}>
      <span class="vh">{turn.van === 'bot' ? t.bot : t.bewoner}: </span>
      {turn.van === 'bot' ? <Lines text={turn.tekst} plain={turn.toon !== 'crisis'} /> : <Own text={turn.tekst} />}
      {turn.van === 'bot' && <ReadFromHere />}
    </li>
  );
}

/** Characters from which an answer is folded away where others can look along. */
const LONG = 60;

function Own({ text }: { text: string }) {
  const { t, modus } = useChat();
  return modus === 'kiosk' && text.length > LONG
    ? <Disclosure label={t.uwTekst(text.length)}><p dir="auto">{text}</p></Disclosure>
    : <p dir="auto">{text}</p>;
}

/** What was said since the last answer: it belongs with the question below it. */
export function Notices({ notices, id }: { notices: readonly Turn[]; id: string }) {
  const { t } = useChat();
  return (
    <div class="meldingen" id={id} tabIndex={-1}>
      {notices.map((n) => (
        <div key={n.id} class="melding" data-toon={n.toon}>
          {t.toon[n.toon] && <p class="melding-kop">{t.toon[n.toon]}</p>}
          <Lines text={n.tekst} />
        </div>
      ))}
    </div>
  );
}
