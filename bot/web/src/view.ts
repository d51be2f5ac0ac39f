import type { Activity, Toon, Uitkomst, Vraag } from './wire';

export interface Turn {
  readonly id: string;
  readonly van: 'bot' | 'bewoner';
  readonly tekst: string;
  readonly toon: Toon;
  /** BCP-47; empty when it was not said. */
  readonly taal: string;
}

/** What is on the screen, derived from the messages alone. */
export interface View {
  /** Everything before the current turn. */
  readonly turns: readonly Turn[];
  /** What was said since the last answer and belongs with the current question. */
  readonly notices: readonly Turn[];
  readonly question: Vraag | null;
  /** Id of the message that holds the question or the outcome; changes when a question is asked again. */
  readonly questionId: string;
  readonly outcome: Uitkomst | null;
  /** How to repair the last answer. */
  readonly error: string;
  /** Something was answered before, so there is a way back. */
  readonly hasAnswers: boolean;
  readonly lastSaved: string;
  /** The form was sent: nothing can change any more. */
  readonly sent: boolean;
  /** The last thing asked was how to reach a person. */
  readonly askedPerson: boolean;
  /** Words for somebody in danger, after which the question waits: their id; empty when there are none. */
  readonly danger: string;
}

/** Whether somebody in danger must see it at once; thanks and the like wait with the question. */
export const isUrgent = (n: Turn): boolean => n.toon !== 'echo' && n.toon !== 'gewoon';

const data = (a: Activity) => a.channelData?.klachthulp;
const fromBot = (a: Activity) => a.from?.role !== 'user';
const files = (a: Activity) => (fromBot(a) ? '' : (a.attachments ?? []).map((file) => file.name).filter(Boolean).join(', '));
const isTurn = (a: Activity) => a.type === 'message' && Boolean(a.text || files(a) || data(a)?.vraag || data(a)?.uitkomst);
const isQuestion = (a: Activity) => fromBot(a) && a.type === 'message' && Boolean(data(a)?.vraag);
const isCurrent = (a: Activity) => isQuestion(a) || (fromBot(a) && Boolean(data(a)?.uitkomst));

export function toView(activities: readonly Activity[]): View {
  const at = activities.findLastIndex(isCurrent);
  const current = at < 0 ? undefined : activities[at];
  const start = noticesStart(activities, at);
  const says = activities.slice(start).filter((a) => isTurn(a) && fromBot(a) && !isCurrent(a)).map(toTurn);
  return {
    turns: transcript(activities.slice(0, start)),
    notices: says.filter((s) => s.toon !== 'fout'),
    question: current && isQuestion(current) ? (data(current) as Vraag) : null,
    questionId: current?.id ?? '',
    outcome: (current && data(current)?.uitkomst) || null,
    error: says.filter((s) => s.toon === 'fout').map((s) => s.tekst).join(' '),
    hasAnswers: activities.slice(0, Math.max(at, 0)).some((a) => a.type === 'message' && !fromBot(a)),
    lastSaved: activities.findLast((a) => fromBot(a))?.timestamp ?? '',
    sent: Boolean(current && data(current)?.uitkomst?.ontvangstbewijs),
    askedPerson: activities.slice(start).some((a) => data(a)?.aanbod === 'bewaar'),
    danger: activities.slice(start).find((a) => data(a)?.aanbod === 'verder')?.id ?? '',
  };
}

/** After the last thing the resident did before the current question; without one, after the question before it. */
function noticesStart(activities: readonly Activity[], at: number): number {
  const before = activities.slice(0, Math.max(at, 0));
  const own = before.findLastIndex((a) => !fromBot(a));
  const question = before.findLastIndex(isCurrent);
  return Math.max(own, question) + 1;
}

/** Leaves out a question that was asked again before it was answered: it would stand there twice. */
function transcript(activities: readonly Activity[]): Turn[] {
  return activities
    .filter((a, i) => isTurn(a) && !(isCurrent(a) && askedAgain(activities, i)))
    .map(toTurn);
}

function askedAgain(activities: readonly Activity[], at: number): boolean {
  const next = activities.slice(at + 1).find((a) => a.type === 'message' && (!fromBot(a) || isCurrent(a)));
  return next === undefined || fromBot(next);
}

function toTurn(a: Activity): Turn {
  const kh = data(a);
  return {
    id: a.id ?? '',
    van: fromBot(a) ? 'bot' : 'bewoner',
    tekst: kh?.titel ?? kh?.uitkomst?.titel ?? (a.text || files(a)),
    toon: kh?.toon ?? 'gewoon',
    taal: fromBot(a) ? a.locale?.split('-')[0] ?? '' : '',
  };
}
