import { useEffect, useRef, useState } from 'preact/hooks';
import { straksIn } from '../teksten/meer';
import { straks } from '../teksten/straks';
import { useChat } from './context';
import { Disclosure } from './disclosure';

/** What browsers have for it; not in the library of types. */
interface Listener {
  lang: string;
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null;
  onerror: (() => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

type Listening = new () => Listener;

function listening(): Listening | undefined {
  const browser = window as { SpeechRecognition?: Listening; webkitSpeechRecognition?: Listening };
  return browser.SpeechRecognition ?? browser.webkitSpeechRecognition;
}

/** An answer by voice: after it was told where the voice may go, and after a press. The words come in the field and go nowhere by themselves. */
export function Speak({ onText }: { onText(text: string): void }) {
  const { t, announce } = useChat();
  const s = straksIn(t.taal) ?? straks;
  const [words, setWords] = useState('');
  const [on, setOn] = useState(false);
  const listener = useRef<Listener | null>(null);
  useEffect(() => () => listener.current?.abort(), []);
  const Made = listening();
  if (!Made) return null;
  const say = (text: string) => { setWords(text); announce(text); };
  const start = () => {
    const made = listener.current = new Made();
    made.lang = t.taal;
    made.onresult = (event) => {
      onText(Array.from(event.results, (result) => result[0]?.transcript ?? '').join(' ').trim());
      say(s.gesproken);
    };
    made.onerror = () => say(s.nietVerstaan);
    made.onend = () => setOn(false);
    setWords('');
    setOn(true);
    made.start();
  };
  return (
    <div class="spreken" lang={s.taal}>
      <Disclosure label={s.spreek}>
        <p class="uitleg">{s.spreekUitleg}</p>
        <button type="button" class="knop" aria-pressed={on} onClick={() => (on ? listener.current?.stop() : start())}>{on ? s.stopSpreken : s.beginSpreken}</button>
        {words && <p class="uitleg">{words}</p>}
      </Disclosure>
    </div>
  );
}
