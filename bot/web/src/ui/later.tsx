import { useEffect, useId, useState } from 'preact/hooks';
import { HttpError } from '../net/http';
import { useChat } from './context';
import { Disclosure } from './disclosure';

/** The secret stands behind the #: browsers never send that part to a server. */
const FRAGMENT = '#verder=';

/** A code and a link to go on later; asked for, never made by itself. */
export function SaveForLater() {
  const { t, modus, conversation, announce } = useChat();
  const [code, setCode] = useState('');
  const [failed, setFailed] = useState(false);
  const save = async () => {
    try {
      const made = await conversation.saveCode();
      setCode(made);
      setFailed(false);
      announce(t.codeKlaar(made));
    } catch {
      setFailed(true);
      announce(t.codeMislukt);
    }
  };
  if (!code) {
    return (
      <>
        <button type="button" class="knop knop-stil" onClick={() => void save()}>{t.opslaan}</button>
        {failed && <p class="uitleg">{t.codeMislukt}</p>}
      </>
    );
  }
  const link = `${location.origin}/klacht${FRAGMENT}${code}`;
  return (
    <div class="later">
      <p>{t.uwCode} <bdi dir="ltr" class="kenmerk"><strong>{code}</strong></bdi></p>
      <p>{t.codeUitleg}</p>
      {modus === 'pagina' && <p><a href={link}>{t.uwLink}</a></p>}
    </div>
  );
}

/** For who comes back with a code, typed or in the address. */
export function GoOn() {
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
    if (modus !== 'pagina' || !location.hash.startsWith(FRAGMENT)) return;
    const code = location.hash.slice(FRAGMENT.length);
    history.replaceState(history.state, '', location.pathname + location.search);
    void go(code);
  }, []);
  return (
    <Disclosure label={t.ikHebCode}>
      <form class="typen" noValidate onSubmit={(e) => { e.preventDefault(); void go(text); }}>
        <label for={id}>{t.typCode}</label>
        <input id={id} class="veld" type="text" autocomplete="off" inputMode="text" value={text} aria-describedby={problem ? `${id}f` : undefined} aria-invalid={problem ? 'true' : undefined} onInput={(e) => setText(e.currentTarget.value)} />
        {problem && <p class="fout" id={`${id}f`}>{problem}</p>}
        <button type="submit" class="knop">{t.gaVerder}</button>
      </form>
    </Disclosure>
  );
}
