import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { accept, type GetoondAntwoord, type Optie, type Vraag } from '../wire';
import type { State } from '../conversation';
import type { View } from '../view';
import { Choice, Escapes, MultipleChoice } from './choices';
import { Composer } from './composer';
import { useChat } from './context';
import { Disclosure } from './disclosure';
import { useDraft } from './draft';
import { Lines } from './links';
import { GoOn } from './later';
import { PendingStatus } from './pending';
import { ReadQuestion } from './reading';
import { DifficultWords } from './words';

interface Props {
  readonly view: View;
  /** Whether what stands below the field is drawn too. */
  readonly whole: boolean;
  readonly vraag: Vraag;
  readonly state: State;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly noticesId: string;
}

/** The one question of this moment with everything needed to answer it. */
export function Question({ view, whole, vraag, state, heading, noticesId }: Props) {
  const { t, send, host, straks, modus } = useChat();
  const brief = state.overzicht?.brief;
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [text, setText, clear] = useDraft(vraag, view.questionId, state, view.error !== '');
  const [empty, setEmpty] = useState('');
  const [other, setOther] = useState(false);
  useEffect(() => setEmpty(''), [view.questionId]);
  useEffect(() => setOther(false), [vraag.vraag, vraag.voorstel?.antwoord]);
  useEffect(() => { if (state.returned?.teLang) refuse(t.teLang); }, [state.returned]);

  const error = empty || view.error;
  const options = optionsOf(vraag, t.ditKlopt);
  const visible = [vraag.titel, vraag.hulp, ...options.map((o) => o.titel)].join(' ');
  const many = vraag.soort === 'meerkeuze' && options.length > 0;
  const choice = options.length > 0;
  const described = [vraag.hulp ? `${id}h` : '', error ? `${id}f` : ''].filter(Boolean).join(' ');
  const refuse = (words: string) => { setEmpty(words); field.current?.focus(); };
  const refuseEmpty = () => refuse(many ? t.leegMeer : choice ? t.leegKeuze : t.leeg);
  const submit = () => {
    if (!text.trim()) return refuseEmpty();
    if (send({ soort: 'tekst', tekst: text.trim() })) { setEmpty(''); clear(); }
  };
  const speech = useSpeech(host);
  const proposed = vraag.voorstel && !other ? vraag.voorstel : null;
  return (
    <section class="vraag" data-active-question data-vraag={vraag.vraag} aria-labelledby={`${id}q`} data-bezig={state.pending !== null}>
      {(view.hasAnswers || vraag.huidig) && <WayBack vraag={vraag} />}
      <h3 ref={heading} tabIndex={-1} aria-describedby={`${noticesId} ${described}`.trim()}>
        <span class="vh">{t.stapKort(vraag.stap.nr, vraag.stap.van)} </span><span id={`${id}q`}>{vraag.titel}</span>
      </h3>
      {vraag.hulp && <Lines id={`${id}h`} class="hulp" text={vraag.hulp} />}
      {vraag.waarom && <Disclosure key={view.questionId} label={t.waarom}><Lines text={vraag.waarom} /><DifficultWords text={vraag.waarom} besides={visible} /></Disclosure>}
      <DifficultWords key={`w${view.questionId}`} text={visible} />
      <ReadQuestion />
      {straks && vraag.soort === 'controle' && <straks.Check overzicht={state.overzicht} />}
      {straks && brief && vraag.soort !== 'controle' && brief.vraag !== vraag.vraag && <straks.LetterToSend brief={brief} old={state.overzicht?.oud} />}
      {error && <p class="fout" id={`${id}f`}><strong>{t.fout}: </strong>{error}</p>}
      {proposed ? <Proposal vraag={vraag} voorstel={proposed} onOther={() => { setOther(true); if (!choice && !text) setText(proposed.tekst); heading.current?.focus(); }} /> : (
        <div class="antwoorden">
          {many && <MultipleChoice key={view.questionId} vraag={vraag} labelledBy={`${id}q`} describedBy={described} onEmpty={refuseEmpty} />}
          {choice && !many && <Choice key={view.questionId} vraag={vraag} options={options} labelledBy={`${id}q`} describedBy={described} />}
          <Composer vraag={vraag} text={text} labelledBy={`${id}q`} describedBy={described} invalid={error !== ''} secondary={choice} field={field} onText={(v) => { setText(v); setEmpty(''); }} onSend={submit} />
          {speech && <speech.Speak key={view.questionId} onText={(said) => setText(text ? `${text} ${said}` : said)} />}
          {whole && !choice && <Escapes vraag={vraag} />}
        </div>
      )}
      {straks && modus !== 'kiosk' && <straks.Attach offered={!proposed && (vraag.soort === 'langeTekst' || vraag.soort === 'controle') && brief?.vraag !== vraag.vraag} />}
      <PendingStatus state={state} />
      {whole && !view.hasAnswers && !vraag.huidig && <GoOn open={host.hasAttribute('code')} />}
    </section>
  );
}

/** Speaking is there only where the gemeente asked for it on its page: the voice may go to the maker of the browser. */
function useSpeech(host: HTMLElement) {
  const [part, set] = useState<typeof import('./spreken') | null>(null);
  useEffect(() => {
    if (host.hasAttribute('spraak')) import('./spreken').then(set, () => undefined);
  }, [host]);
  return part;
}

/** The check question can always be confirmed with a button. */
function optionsOf(vraag: Vraag, confirm: string): readonly Optie[] {
  const options = vraag.opties ?? [];
  return vraag.soort === 'controle' && options.length === 0 ? [{ id: 'ja', titel: confirm }] : options;
}

function WayBack({ vraag }: { vraag: Vraag }) {
  const { t, send } = useChat();
  return vraag.huidig
    ? <button type="button" class="knop-terug" onClick={() => send({ soort: 'opdracht', naam: 'annuleer' })}>{t.annuleer}</button>
    : <button type="button" class="knop-terug" onClick={() => send({ soort: 'opdracht', naam: 'terug' })}><span aria-hidden="true">‹ </span>{t.terug}</button>;
}

/** An answer found in the resident's own words, to be confirmed. Only what was written is quoted; an option is our reading of it. */
function Proposal({ vraag, voorstel, onOther }: { vraag: Vraag; voorstel: GetoondAntwoord; onOther(): void }) {
  const { t, send } = useChat();
  const id = useId();
  return (
    <div class="voorstel" role="group" aria-labelledby={id}>
      <p id={id}>{vraag.opties?.length ? t.wijLezen : t.uSchreef} <q dir="auto">{voorstel.tekst}</q>. {t.kloptDat}</p>
      <div class="keuzes">
        <button type="button" class="knop-keuze" onClick={() => send(accept(vraag.vraag, voorstel))}>{t.jaKlopt}</button>
        <button type="button" class="knop-keuze" onClick={onOther}>{t.neeAnders}</button>
      </div>
    </div>
  );
}
