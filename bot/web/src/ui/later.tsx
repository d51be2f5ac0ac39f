import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { HttpError } from '../net/http';
import type { Saved } from '../net/session';
import { inWords } from './days';
import { useChat } from './context';
import { Disclosure } from './disclosure';
import { Qr } from './qr';

/** The secret stands behind the #: browsers never send that part to a server. */
const FRAGMENT = '#verder=';

/** The address with which another device goes on. */
export const linkFor = (server: string, code: string) => `${server}/klacht${FRAGMENT}${code}`;

/** A code, a link and a QR code to go on later; asked for, never made by itself.
 * @param children stands in the place of the link. */
export function SaveForLater({ open, onOpen, children }: { open: number; onOpen(): void; children?: ComponentChildren }) {
  const { t, x, conversation, announce } = useChat();
  const [saved, setSaved] = useState<Saved | null>(null);
  const [failed, setFailed] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const first = useRef(open);
  useEffect(() => {
    // It was asked for in a conversation that is over.
    if (open === first.current) return;
    conversation.saveCode().then((made) => { setSaved(made); setFailed(false); }, () => { setFailed(true); announce(t.codeMislukt); });
  }, [open]);
  useEffect(() => panel.current?.focus(), [saved, open]);
  return (
    <>
      <button type="button" class="knop knop-stil" onClick={onOpen}>{t.opslaan}</button>
      {failed && <p class="uitleg later">{t.codeMislukt}</p>}
      {saved && (
        <div class="later" tabIndex={-1} ref={panel} role="group" aria-label={t.opslaan}>
          <p>{t.uwCode} <bdi dir="ltr" class="kenmerk"><strong>{saved.code}</strong></bdi></p>
          <p>{t.codeUitleg}</p>
          {saved.bewaardTot && <p lang={x.taal}>{x.bewaardTot(inWords(saved.bewaardTot, x.taal))}</p>}
          {children ?? <p><a href={linkFor(conversation.server, saved.code)}>{t.uwLink}</a></p>}
          <div lang={x.taal}>
            <p>{x.qrUitleg}</p>
            <Qr text={linkFor(conversation.server, saved.code)} label={x.qr} />
          </div>
          <Remove />
        </div>
      )}
    </>
  );
}

function Remove() {
  const { x, send } = useChat();
  return <button type="button" class="knop knop-stil" lang={x.taal} onClick={() => send({ soort: 'opdracht', naam: 'wis' })}>{x.verwijder}</button>;
}

/** For who comes back with a code, typed or in the address. */
export function GoOn({ open = false }: { open?: boolean }) {
  const { t, modus, conversation, announce } = useChat();
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const go = async (code: string) => {
    try {
      await conversation.takeUp(code);
    } catch (error) {
      const wait = error instanceof HttpError && error.status === 429 ? error.retryAfter ?? 60 : 0;
      const words = wait ? t.codeWacht(wait) : error instanceof HttpError ? t.codeFout : t.codeMislukt;
      setProblem(words);
      announce(words);
    }
  };
  useEffect(() => {
    if (modus !== 'pagina') return;
    const read = () => {
      if (!location.hash.startsWith(FRAGMENT)) return;
      const code = location.hash.slice(FRAGMENT.length);
      history.replaceState(history.state, '', location.pathname + location.search);
      void go(code);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const form = (
    <form class="typen" noValidate onSubmit={(e) => { e.preventDefault(); void go(text); }}>
      <label for={id}>{t.typCode}</label>
      <input id={id} class="veld" type="text" autocomplete="off" inputMode="text" value={text} aria-describedby={problem ? `${id}f` : undefined} aria-invalid={problem ? 'true' : undefined} onInput={(e) => setText(e.currentTarget.value)} />
      {problem && <p class="fout" id={`${id}f`}>{problem}</p>}
      <button type="submit" class="knop">{t.gaVerder}</button>
    </form>
  );
  return open ? form : <Disclosure label={t.ikHebCode}>{form}</Disclosure>;
}
