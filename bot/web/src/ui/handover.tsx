import { useEffect, useState } from 'preact/hooks';
import { useChat } from './context';
import { linkFor } from './later';
import { Qr } from './qr';

/** Milliseconds between two looks at whether the telephone went on. */
const LOOK = 2000;
/** Minutes; the service keeps to the same. */
const GOOD_FOR = 10;

/** From a computer that is not theirs to their own telephone. Once that went on, this computer forgets everything. */
export function HandOver() {
  const { t, x, conversation, host, announce } = useChat();
  const [code, setCode] = useState('');
  const make = () => void conversation.handOver().then((made) => setCode(made.code), () => announce(t.codeMislukt));
  useEffect(() => {
    if (!code) return;
    const look = () => void conversation.pickedUp(code).then((done) => { if (done) host.dispatchEvent(new CustomEvent('klachthulp-overgedragen')); }, () => undefined);
    const timer = setInterval(look, LOOK);
    const end = setTimeout(() => setCode(''), GOOD_FOR * 60_000);
    return () => { clearInterval(timer); clearTimeout(end); };
  }, [code]);
  return (
    <div class="later" lang={x.taal}>
      <button type="button" class="knop knop-stil" onClick={make}>{x.naarTelefoon}</button>
      {code && (
        <>
          <p>{x.naarTelefoonUitleg(GOOD_FOR)}</p>
          <Qr text={linkFor(conversation.server, code)} label={x.qr} />
          <p>{x.naarTelefoonCode} <strong class="kenmerk" dir="ltr">{code}</strong></p>
        </>
      )}
    </div>
  );
}
