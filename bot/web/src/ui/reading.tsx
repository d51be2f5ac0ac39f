import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lezen } from '../net/session';
import type { Meer } from '../teksten/meer';
import { type Modus, useChat } from './context';
import { Disclosure } from './disclosure';

/** Reads aloud only after a press, and stops by itself when something else is on screen. */
export interface ReadAloud {
  readonly on: boolean;
  readonly busy: boolean;
  readonly problem: string;
  readonly rate: string;
  /** From 0.25 to 1. */
  readonly volume: number;
  /** @param from the turn to begin with; without one, the current question. */
  start(from?: Element | null): void;
  stop(): void;
  setRate(rate: string): void;
  setVolume(volume: number): void;
}

export function useReadAloud(root: ShadowRoot, on: boolean, x: Meer, taal: string, screen: string, announce: (text: string) => void): ReadAloud {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [rate, setRate] = useState('1');
  const [volume, setVolume] = useState(0.75);
  // Read when reading starts, which may be before the screen has followed.
  const how = useRef({ rate, volume });
  const reader = useRef<{ stop(): void } | null>(null);
  const stop = () => { reader.current?.stop(); setBusy(false); };
  useLayoutEffect(() => stop, [screen, on]);
  const start = async (from?: Element | null) => {
    const { questionIn, Voorlezer, voiceFor } = await import('../lezen/voorlezer');
    const voice = await voiceFor(taal);
    setProblem(voice ? '' : x.geenStem);
    if (!voice) return announce(x.geenStem);
    const turns = from ? [...root.querySelectorAll('.beurt')] : [];
    const all = [...turns.slice(turns.indexOf(from as Element)), ...questionIn(root)];
    const made = new Voorlezer();
    stop();
    reader.current = made;
    setBusy(true);
    made.read(all, voice, { rate: Number(how.current.rate), volume: how.current.volume }, () => setBusy(false));
  };
  useEffect(() => {
    const read = () => void start();
    root.host.addEventListener('klachthulp-lees', read);
    return () => root.host.removeEventListener('klachthulp-lees', read);
  }, [screen]);
  return useMemo(() => ({
    on, busy, problem, rate, volume, start: (from) => void start(from), stop,
    setRate: (r) => { stop(); setRate(how.current.rate = r); },
    setVolume: (v) => { stop(); setVolume(how.current.volume = Math.min(1, Math.max(0.25, v))); },
  }), [on, busy, problem, rate, volume, screen]);
}

/** Beside the question: read it, stop, and how fast. */
export function ReadQuestion() {
  const { x, reading } = useChat();
  if (!reading.on) return null;
  return (
    <div class="voorlezen" role="group" aria-label={x.voorlezen} lang={x.taal}>
      <button type="button" class="knop" onClick={() => (reading.busy ? reading.stop() : reading.start())}>{reading.busy ? x.stopLezen : x.leesVraag}</button>
      <div class="rij-knoppen" role="group" aria-label={x.snelheid}>
        <button type="button" class="knop knop-stil" onClick={() => reading.setVolume(reading.volume - 0.25)}>{x.zachter}</button>
        <button type="button" class="knop knop-stil" onClick={() => reading.setVolume(reading.volume + 0.25)}>{x.harder}</button>
        {x.snelheden.map(([rate, name]) => <button key={rate} type="button" class="knop knop-stil" aria-pressed={reading.rate === rate} onClick={() => reading.setRate(rate)}>{name}</button>)}
      </div>
      {reading.problem && <p class="uitleg">{reading.problem}</p>}
    </div>
  );
}

/** Beside a turn: from there to the end of the question. */
export function ReadFromHere() {
  const { x, reading } = useChat();
  return reading.on ? <button type="button" class="knop-tekst" lang={x.taal} onClick={(e) => reading.start(e.currentTarget.closest('.beurt'))}>{x.leesVanaf}</button> : null;
}

/** Larger letters, more contrast and reading aloud; kept for this tab only. A kiosk has its own buttons. */
export function ReadingHelp({ lezen, onChange }: { lezen: Lezen; onChange(lezen: Lezen): void }) {
  const { x } = useChat();
  const toggle = (name: keyof Lezen, words: string) => (
    <button type="button" class="knop knop-stil" aria-pressed={lezen[name] === true} onClick={() => onChange({ ...lezen, [name]: !lezen[name] })}>{words}</button>
  );
  return (
    <div class="leeshulp" lang={x.taal}>
      <Disclosure label={x.leesHulp}>
        <div class="rij-knoppen">
          {toggle('groot', x.groot)}
          {toggle('contrast', x.contrast)}
          {toggle('voorlezen', x.voorlezen)}
        </div>
      </Disclosure>
    </div>
  );
}

/** The choices of the resident as attributes of the element, which the style sheet reads. */
export function useReadingHelp(host: HTMLElement, modus: Modus, store: { lezen: Lezen }): [Lezen, (lezen: Lezen) => void] {
  const [lezen, set] = useState<Lezen>(store.lezen);
  const change = (to: Lezen) => { store.lezen = to; set(to); };
  useEffect(() => {
    if (modus === 'kiosk') return;
    host.toggleAttribute('data-groot', lezen.groot === true);
    host.toggleAttribute('data-contrast', lezen.contrast === true);
  }, [lezen]);
  useEffect(() => {
    const toggle = () => set((now) => ({ ...now, voorlezen: !now.voorlezen }));
    host.addEventListener('klachthulp-voorlezen', toggle);
    return () => host.removeEventListener('klachthulp-voorlezen', toggle);
  }, []);
  return [lezen, change];
}
