import type { Activity, Bericht, Overzicht } from './wire';

/** An answer on its way. There is never more than one: one question at a time. */
export interface Pending {
  readonly id: string;
  readonly bericht: Bericht;
  readonly vraag: string;
  /** sending: first try; waiting: will be tried again; sent: the server has it, the reply is awaited. */
  readonly phase: 'sending' | 'waiting' | 'sent';
  /** The server answered with an error, as opposed to not being there. */
  readonly serverError: boolean;
  /** The reply overtook the confirmation that the answer arrived. */
  readonly replied?: boolean;
  /** The reply takes so long that another answer may be given. */
  readonly overdue?: boolean;
}

export interface State {
  readonly activities: readonly Activity[];
  readonly online: boolean;
  /** Whether the connection was ever there; before that, "no connection" means "starting". */
  readonly started: boolean;
  readonly pending: Pending | null;
  /** Text to put back in the field, because the server refused to take it or the page was reloaded. teLang: longer than the server takes. */
  readonly returned: { readonly vraag: string; readonly tekst: string; readonly teLang?: boolean } | null;
  /** oud: answers came after it, and the new one is not there yet. */
  readonly overzicht: (Overzicht & { readonly oud?: boolean }) | null;
  readonly ended: boolean;
  /** It ended because it is not kept any more, as opposed to being away for long. */
  readonly gone: boolean;
  /** The conversation goes on in another window; here it can only be read. */
  readonly elsewhere: boolean;
  /** Everything was removed because the resident asked for it. */
  readonly erased: boolean;
  /** The connection came back after it was gone. */
  readonly back: boolean;
  /** What is on screen came with the page; the conversation itself is still beginning. */
  readonly opening: boolean;
}

/** Before anything happened. */
export const INITIAL: State = {
  activities: [], online: false, started: false, pending: null, returned: null, overzicht: null, ended: false, gone: false, elsewhere: false, erased: false, back: false, opening: false,
};

/** A message that was on screen already keeps the name it had there, so that nothing moves. */
function inPlace(a: Activity, shown: Activity | undefined): Activity {
  return shown?.id && shown.text === a.text && shown.locale === a.locale ? { ...a, id: shown.id } : a;
}

/** The first messages of the server itself. Mostly they are what is on screen already, and then nothing is drawn again. */
export function opened(messages: readonly Activity[], shown: readonly Activity[]): readonly Activity[] {
  const placed = messages.map((a, i) => inPlace(a, shown[i]));
  return placed.length === shown.length && placed.every((a, i) => a.id === shown[i]?.id) ? shown : placed;
}
