import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Conversation, State } from '../conversation';
import type { Teksten } from '../teksten';
import { meer } from '../teksten/meer';
import { isUrgent, toView, type View } from '../view';
import type { Bericht } from '../wire';
import { type Chat, ChatProvider, type Modus, useAfter, useConversation, useStraks, useWide } from './context';
import { useFocusAfterTurn, Whereabouts } from './focus';
import { Elsewhere, Erased, Expired } from './ended';
import { Banner, Footer, Header, Loading } from './frame';
import { usePage } from './history';
import { SidePanel } from './overview';
import { ServerTrouble } from './pending';
import { Question } from './question';
import { ReadQuestion, useReadAloud, useReadingHelp } from './reading';
import { ALLES, EERDER, KNOPPEN, KOP, OMHEEN, useParts } from './stappen';
import { useTaal } from './taal';
import { Notices, Transcript } from './transcript';
import type { Voorlopig } from './voorlopig';

interface Props {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly conversation: Conversation;
  /** What the page showed until now. */
  readonly voorlopig: Voorlopig;
  readonly t: Teksten;
  readonly modus: Modus;
  readonly telefoon: string;
  readonly titleId: string;
  readonly onClose?: () => void;
  /** The conversation is held in this language. */
  onTaal(taal: string): void;
}

/** Width, in CSS pixels, from which the overview stands beside the conversation. */
const WIDE = 960;
/** Width, in CSS pixels, below which the next action fills the line. */
const NARROW = 560;
/** Milliseconds a broken connection may take to heal before the resident hears of it. */
const SILENT = 1500;
/** Milliseconds the parts for the end of the conversation may take. */
const PARTS = 3000;

export function App(props: Props) {
  const { conversation, t, modus, telefoon, root } = props;
  const state = useConversation(conversation);
  const [part, ready] = useParts(props.voorlopig, conversation, root);
  useEffect(() => conversation.start(), [conversation]);
  const straks = useStraks(root, modus === 'kiosk' || state.activities.some((a) => a.from?.role === 'user'), `${state.online} ${state.activities.length}`);
  const [view, stuck] = useSettledView(state, straks !== null);
  useTaal(state, props.onTaal);
  const [said, say] = useState({ n: 0, text: '' });
  const [refused, setRefused] = useState<string>();
  const [calm, setCalm] = useState('');
  const where = useMemo(() => new Whereabouts(root), [root]);
  const heading = useRef<HTMLHeadingElement>(null);
  const card = useRef<HTMLElement>(null);
  const noticesId = `${useId()}m`;
  const announce = (text: string) => say((s) => ({ n: s.n + 1, text }));
  const send = (bericht: Bericht) => {
    const sent = conversation.send(bericht, view.question?.vraag ?? '');
    if (sent) where.answered(bericht);
    else setRefused(conversation.state.pending?.id);
    say((s) => (sent ? { n: s.n, text: '' } : { n: s.n + 1, text: t.wachtOpVorige }));
    return sent;
  };
  const x = meer(t.taal);
  const [lezen, setLezen] = useReadingHelp(props.host, modus, conversation.store);
  const [saving, setSaving] = useState(0);
  const save = () => setSaving((n) => n + 1);
  const over = state.ended || state.erased || state.elsewhere;
  const danger = Boolean(!over && view.question && view.danger) && view.danger !== calm;
  const reading = useReadAloud(root, lezen.voorlezen === true, x, t.taal, `${view.questionId} ${over}`, announce);
  const latest = useRef({ send, announce });
  latest.current = { send, announce };
  // The same as long as nothing in it changes: whoever uses it is drawn again when it does.
  const chat = useMemo<Chat>(() => ({
    host: props.host, t, x, reading, modus, telefoon, conversation, straks,
    send: (bericht) => latest.current.send(bericht),
    announce: (text) => latest.current.announce(text),
  }), [t, x, reading, modus, telefoon, conversation, straks]);
  const banner = useBanner(state, t, announce);
  const wide = useWide(props.host, WIDE);
  const narrow = !useWide(props.host, NARROW);
  const checking = view.question?.soort === 'controle' || over;
  const beside = wide && modus !== 'kiosk' && !view.outcome;
  useLayoutEffect(() => { if (calm) heading.current?.focus(); }, [calm]);
  useFocusAfterTurn(danger ? { ...view, question: null } : view, over, where, { root, heading, noticesId, card }, t, announce);
  usePage(modus, view, t, () => send({ soort: 'opdracht', naam: 'terug' }));
  const transcript = useMemo(() => <Transcript turns={view.turns} />, [view.turns]);
  const panel = useMemo(() => <SidePanel overzicht={state.overzicht} wide={beside} fixed={view.sent} />, [state.overzicht, beside, view.sent]);
  const waits = refused !== undefined && refused === state.pending?.id;
  const footer = useMemo(() => <Footer view={view} over={over} waits={waits} />, [view, over, waits]);
  const header = useMemo(() => <Header view={view} whole={part >= KNOPPEN} id={props.titleId} saving={saving} onSave={save} lezen={lezen} onLezen={setLezen} {...(props.onClose ? { onClose: props.onClose } : {})} />, [view, saving, lezen, part >= KNOPPEN]);
  const question = useMemo(() => view.question && <Question view={view} whole={part === ALLES} vraag={view.question} state={state} heading={heading} noticesId={noticesId} />, [view, state.pending, state.overzicht, state.returned, part === ALLES]);
  return (
    <ChatProvider value={chat}>
      <div class="kh" data-modus={modus} data-breed={beside && !checking} data-smal={narrow}>
        {part >= KOP && header}
        <Banner text={banner} />
        <div class="lijf">
          <div class="midden">
            {part >= EERDER && !state.erased && transcript}
            <article class="nu" ref={card} aria-label={t.titel}>
              {ready ? <>
                <ServerTrouble state={state} stuck={stuck} />
                {!state.erased && <Notices notices={danger ? view.notices.filter(isUrgent) : view.notices} id={noticesId} />}
                {!over && view.askedPerson && view.hasAnswers && modus !== 'kiosk' && <button type="button" class="knop" lang={x.taal} onClick={save}>{x.bewaarEerst}</button>}
                {!state.started && !state.ended && <Loading quiet={state.opening} />}
                {danger && <><ReadQuestion /><button type="button" class="knop" onClick={() => setCalm(view.danger)}>{t.verderKlacht}</button></>}
                {!over && <div hidden={danger}>{question}</div>}
                {!over && view.outcome && !view.question && straks && <straks.Outcome uitkomst={view.outcome} heading={heading} />}
                {state.erased && <Erased heading={heading} />}
                {state.ended && !state.erased && <Expired state={state} heading={heading} />}
                {state.elsewhere && !state.ended && !state.erased && <Elsewhere heading={heading} />}
              </> : modus !== 'launcher' && <slot />}
            </article>
          </div>
          {part >= OMHEEN && !checking && panel}
        </div>
        {part >= OMHEEN && footer}
        <div class="vh" role="status" aria-live="polite" data-omroeper><span key={said.n}>{said.text}</span></div>
      </div>
    </ChatProvider>
  );
}

/** The screen changes once for each turn: half a reply is not shown while the rest is on its way.
 * @param complete whether the parts for the end of the conversation are here.
 * @returns the view, and whether it waits for those parts longer than they should take. */
function useSettledView(state: State, complete: boolean): [View, stuck: boolean] {
  const view = useMemo(() => toView(state.activities), [state.activities]);
  const shown = useRef(view);
  const ready = complete || (!view.outcome && view.question?.soort !== 'controle');
  if (ready && (!state.pending || state.pending.overdue)) shown.current = view;
  return [shown.current, useAfter(!ready && !state.pending, PARTS)];
}

/** Words about the connection; only when it is away long enough to matter, and once when it is back. */
function useBanner(state: State, t: Teksten, announce: (text: string) => void): string {
  const away = useAfter(!state.online && !state.opening && (state.started || state.activities.length > 0), SILENT);
  const wasAway = useRef(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (away) {
      wasAway.current = true;
      announce(t.geenVerbinding);
    } else if (wasAway.current && state.online) {
      wasAway.current = false;
      setBack(true);
      announce(t.weerDaar);
    }
  }, [away, state.online]);
  useEffect(() => setBack(false), [state.activities.length]);
  return away ? t.geenVerbinding : back ? t.weerDaar : '';
}
