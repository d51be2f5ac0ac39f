import { useEffect, useState } from 'preact/hooks';
import { GOOD_FOR } from '../overdracht';
import { straksIn } from '../teksten/meer';
import { straks } from '../teksten/straks';
import { useChat } from './context';
import { linkFor, SaveForLater } from './later';
import { Qr } from './qr';

/** Milliseconds between two looks at whether the telephone went on. */
const LOOK = 2000;

/** From a computer that is not theirs: a code for later, on paper too, or at once to their own telephone. */
export function TakeAlong() {
  const { t, host, conversation } = useChat();
  const s = straksIn(t.taal) ?? straks;
  const [saving, setSaving] = useState(0);
  const paper = (block: Element | null) => host.dispatchEvent(new CustomEvent('klachthulp-print', { detail: block }));
  return (
    <div class="later">
      <SaveForLater open={saving} onOpen={() => setSaving(saving + 1)}>
        <p>{t.uwLink}: <bdi dir="ltr">{conversation.server}/klacht</bdi></p>
        <button type="button" class="knop" lang={s.taal} onClick={(e) => paper(e.currentTarget.closest('.later'))}>{s.printCode}</button>
        <p class="uitleg">{t.papier}</p>
      </SaveForLater>
      <HandOver />
    </div>
  );
}

/** Once the telephone went on, this computer forgets everything. */
function HandOver() {
  const { t, x, conversation, host, announce } = useChat();
  const [code, setCode] = useState('');
  const make = () => void conversation.overdracht.make().then((made) => setCode(made.code), () => announce(t.codeMislukt));
  useEffect(() => {
    if (!code) return;
    const look = () => void conversation.overdracht.pickedUp(code).then((done) => { if (done) host.dispatchEvent(new CustomEvent('klachthulp-overgedragen')); }, () => undefined);
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
