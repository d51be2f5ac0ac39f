/** What goes over the wire; docs/wire.md is the contract. */

export type Soort =
  | 'keuze' | 'meerkeuze' | 'jaNee' | 'datum' | 'bedrag' | 'tekst' | 'langeTekst' | 'contact' | 'bestand' | 'controle';

export type Toon = 'gewoon' | 'echo' | 'waarschuwing' | 'fout' | 'crisis';

export interface Optie {
  readonly id: string;
  readonly titel: string;
}

export interface Stap {
  readonly nr: number;
  readonly van: number;
  readonly titel: string;
}

/** A canonical value with the words in which it is shown. */
export interface GetoondAntwoord {
  readonly antwoord: string;
  readonly tekst: string;
}

export interface Vraag {
  readonly vraag: string;
  readonly soort: Soort;
  readonly titel: string;
  readonly hulp?: string;
  readonly waarom?: string;
  readonly opties?: readonly Optie[];
  readonly verplicht?: boolean;
  readonly magOnbekend?: boolean;
  readonly magGenoeg?: boolean;
  readonly stap: Stap;
  readonly voorstel?: GetoondAntwoord | null;
  readonly huidig?: GetoondAntwoord | null;
}

export interface Route {
  readonly code: string;
  readonly naam: string;
  readonly uitleg: string;
  /** ISO day, the last one on which this route is open. */
  readonly uiterlijk?: string | null;
}

export interface Document {
  readonly naam: string;
  readonly soort: string;
  readonly titel: string;
  readonly url: string;
}

export interface Uitkomst {
  readonly formulier: string;
  /** Reference, the same as on the documents; absent when the end has no form. */
  readonly kenmerk?: string | null;
  readonly titel: string;
  readonly uitleg: string;
  readonly routes: readonly Route[];
  readonly documenten: readonly Document[];
  /** Present when the form was sent; then nothing can change any more. */
  readonly ontvangstbewijs?: { readonly kenmerk: string } | null;
}

export interface KlachtData extends Partial<Vraag> {
  readonly toon?: Toon;
  /** bewaar: the resident may want to save first; verder: the question waits until the resident wants to go on. */
  readonly aanbod?: string;
  readonly uitkomst?: Uitkomst | null;
}

export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly timestamp?: string;
  readonly from?: { readonly id?: string; readonly role?: string };
  readonly text?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly locale?: string;
  readonly attachments?: readonly { readonly name?: string }[];
  readonly channelData?: { readonly clientActivityID?: string; readonly klachthulp?: KlachtData };
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** What the resident sends: an answer or a command, not yet an activity. */
export type Bericht =
  | { readonly soort: 'tekst'; readonly tekst: string }
  | { readonly soort: 'antwoord'; readonly tekst: string; readonly vraag: string; readonly antwoord: string }
  | { readonly soort: 'opdracht'; readonly naam: Opdracht; readonly vraag?: string; readonly taal?: string };

export type Opdracht = 'wijzig' | 'annuleer' | 'terug' | 'ongedaan' | 'overslaan' | 'genoeg' | 'weetniet' | 'help' | 'mens' | 'wis' | 'taal';

export interface OverzichtRegel {
  readonly vraag: string;
  readonly titel: string;
  readonly groep: string;
  readonly tekst: string;
  readonly status: 'gegeven' | 'onbekend' | 'overgeslagen' | 'ongebruikt';
}

/** A part of the letter. */
export interface Briefdeel {
  readonly tekst: string;
  /** The resident's own words. */
  readonly citaat?: boolean;
  readonly taal?: string;
  /** Changed by the resident. */
  readonly aangepast?: boolean;
}

/** The letter as it would go out now. */
export interface Brief {
  readonly delen: readonly Briefdeel[];
  readonly aangepast: boolean;
  /** An answer changed after the resident had changed the text. */
  readonly vervallen: boolean;
  /** The question under which the text can be changed. */
  readonly vraag?: string;
}

export interface Overzicht {
  readonly brief?: Brief | null;
  readonly stap: Stap | number | null;
  readonly antwoorden: readonly OverzichtRegel[];
  readonly klaar: boolean;
}

/** Accepts a proposal by what it says: on a yes/no question the word "ja" would be an answer of its own. */
export const accept = (vraag: string, voorstel: GetoondAntwoord): Bericht => ({ soort: 'antwoord', tekst: voorstel.tekst, vraag, antwoord: voorstel.antwoord });

/** The path under which the server asks whether a command is meant, such as erasing everything. */
const CONFIRM = 'opdracht.bevestig';

/** Whether this may be the yes after which nothing is left. */
export const mayErase = (bericht: Bericht): boolean => bericht.soort === 'antwoord' && bericht.vraag === CONFIRM && bericht.antwoord === 'ja';

/** @param vraag path of the question on screen when this was said; empty for none. */
export function toActivity(bericht: Bericht, vraag: string, clientActivityID: string, locale: string): Activity {
  const base = { from: { id: 'bewoner', role: 'user' }, channelData: { clientActivityID }, locale };
  switch (bericht.soort) {
    case 'tekst':
      return { ...base, type: 'message', text: bericht.tekst, ...(vraag ? { value: { vraag } } : {}) };
    case 'antwoord':
      return { ...base, type: 'message', text: bericht.tekst, value: { vraag: bericht.vraag, antwoord: bericht.antwoord } };
    case 'opdracht':
      return { ...base, type: 'event', name: `klachthulp/${bericht.naam}`, ...(bericht.taal ? { value: { taal: bericht.taal } } : bericht.vraag ? { value: { vraag: bericht.vraag } } : {}) };
  }
}

/** The last message of a turn: a question, an outcome or the end. */
export function endsTurn(a: Activity): boolean {
  const data = a.channelData?.klachthulp;
  return a.from?.role !== 'user' && Boolean(data?.vraag || data?.uitkomst || a.type === 'endOfConversation');
}
