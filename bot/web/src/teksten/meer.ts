import type { Straks } from './straks';

/** Words that came later than {@link Teksten}. Those of another language come with its chunk; until then it shows Dutch, marked as Dutch. */
const nl = {
  taal: 'nl',
  nieuwBericht: 'Nieuw bericht',
  leesAlles: 'Lees alles',
  leesMinder: 'Lees minder',
  snelWeg: 'Snel weg',
  leesHulp: 'Hulp bij lezen',
  groot: 'Grotere letters',
  contrast: 'Meer contrast',
  voorlezen: 'Voorlezen',

  bewaardTot: (dag: string) => `Uw antwoorden blijven bewaard tot ${dag}.`,
  qr: 'QR-code met uw persoonlijke link',
  qrUitleg: 'Scan deze code met uw telefoon. Dan gaat u daar verder.',
  verwijder: 'Verwijder mijn gegevens',
  bewaarEerst: 'Bewaar eerst mijn antwoorden',

  verlopenBewaard: (dag: string) => `U was lang weg. Uw antwoorden zijn bewaard tot ${dag}.`,
  verlopenCode: 'U was lang weg. Hebt u een code? Dan kunt u hiermee verder.',
  weg: 'Dit gesprek is er niet meer. U kunt opnieuw beginnen.',
  gaVerderHier: 'Ga verder waar u was',

  elders: 'Dit gesprek is ook open in een ander venster',
  eldersUitleg: 'Hier kunt u nu alleen lezen. Uw antwoorden zijn bewaard.',
  hierVerder: 'Ga hier verder',

  leesVraag: 'Lees de vraag voor',
  leesVanaf: 'Lees voor vanaf hier',
  stopLezen: 'Stop met voorlezen',
  geenStem: 'Voorlezen kan niet op dit apparaat in deze taal.',
  snelheid: 'Snelheid van het voorlezen',
  snelheden: [['0.8', 'Langzaam'], ['1', 'Gewoon'], ['1.2', 'Snel']] as readonly (readonly [rate: string, name: string])[],

  naarTelefoon: 'Verder op uw eigen telefoon',
  naarTelefoonUitleg: (minuten: number) => `Scan deze code met uw telefoon. Dat kan ${minuten} minuten en maar één keer. Daarna is deze computer leeg.`,
  naarTelefoonCode: 'Of ga op uw telefoon naar de website van de klachtenhulp en typ deze code:',
  opTelefoon: 'Uw klacht is nu op uw telefoon.',

  toetsenbord: { naam: 'Toetsenbord', spatie: 'Spatie', enter: 'Enter', wis: 'Wis letter', hoofdletter: 'Hoofdletter', sluit: 'Sluit toetsenbord' },
  metCode: 'Verder met een code',
  zachter: 'Zachter',
  harder: 'Harder',

  watIs: (woord: string) => `Wat is dit: ${woord}?`,
  /** Words that residents stumble over, each with the form in which it is looked for. */
  woorden: [
    ['ombudsman', 'De ombudsman kijkt of de gemeente u goed heeft behandeld. Dat is gratis. De ombudsman hoort niet bij de gemeente.'],
    ['bezwaar', 'Met bezwaar zegt u dat u het niet eens bent met een besluit. De gemeente kijkt dan nog een keer.'],
    ['besluit', 'Een besluit staat meestal in een brief. De gemeente zegt daarin bijvoorbeeld ja of nee op uw aanvraag.'],
    ['toezegging', 'Een toezegging is een belofte van de gemeente.'],
    ['bejegening', 'Bejegening is de manier waarop iemand u behandelt.'],
    ['machtiging', 'Een machtiging is een briefje. Daarin staat dat iemand anders voor u mag praten.'],
    ['persoonsgegevens', 'Persoonsgegevens zijn gegevens over u, zoals uw naam, uw adres of uw telefoonnummer.'],
  ] as readonly (readonly [woord: string, uitleg: string])[],
};

export type Meer = typeof nl;

const talen: Record<string, Meer> = { nl };

const later: Record<string, Straks> = {};

/** Called when the chunk of a language has come. */
export function leer(words: Meer, straks: Straks): void {
  talen[words.taal] = words;
  later[words.taal] = straks;
}

/** Words for later in the conversation; nothing for Dutch, which come with that part of the screen. */
export const straksIn = (taal: string): Straks | undefined => later[taal];

export const meer = (taal: string): Meer => talen[taal] ?? nl;
