// A short conversation with one question of every kind, for development and for the tests of the screen. Not the real dialog.
const stappen = ['Onderwerp', 'Wat is er gebeurd?', 'De afspraak', 'Eerder geklaagd?', 'Wat wilt u, en wie bent u?', 'Controleren'];
const stap = (nr) => ({ nr, van: stappen.length, titel: stappen[nr - 1] });
const JA_NEE = [{ id: 'ja', titel: 'Ja' }, { id: 'nee', titel: 'Nee' }];

export const WELKOM = [
  'Dit is een computerhulp, geen mens. Ik help u om uw klacht op te schrijven.',
  'Het duurt ongeveer tien minuten. U beslist zelf wat u verstuurt. Er gaat niets weg zonder u. Wilt u liever bellen? Bel dan 14 030.',
];

export const VRAGEN = [
  {
    vraag: 'onderwerp', soort: 'keuze', titel: 'Waar gaat uw klacht over?', stap: stap(1), verplicht: true, magOnbekend: true,
    hulp: 'Kies wat het beste past.', waarom: 'Dan weten we welke vragen we u moeten stellen.',
    opties: [
      { id: 'toezegging', titel: 'De gemeente doet niet wat is beloofd' },
      { id: 'bejegening', titel: 'Ik ben niet goed behandeld' },
      { id: 'privacy', titel: 'De gemeente gaf mijn gegevens door' },
      { id: 'traag', titel: 'Het duurt te lang' },
    ],
  },
  {
    vraag: 'gebeurtenis', soort: 'langeTekst', titel: 'Wat is er gebeurd?', stap: stap(2), verplicht: true,
    hulp: 'Schrijf het op zoals u het zou vertellen.\nSchrijf niet meer over anderen dan nodig is. Geen BSN.',
    waarom: 'De gemeente moet weten over welke gebeurtenis u klaagt.',
  },
  { vraag: 'datum', soort: 'datum', titel: 'Wanneer was dit?', stap: stap(2), magOnbekend: true, hulp: 'Bijvoorbeeld: oktober 2018, of vorige week.' },
  {
    vraag: 'gevolgen', soort: 'meerkeuze', titel: 'Wat heeft dit voor u betekend?', stap: stap(3),
    opties: [{ id: 'geld', titel: 'Het kostte mij geld' }, { id: 'tijd', titel: 'Het kostte mij veel tijd' }, { id: 'zorgen', titel: 'Ik had veel zorgen' }],
  },
  { vraag: 'eerder', soort: 'jaNee', titel: 'Hebt u hier al eerder over geklaagd?', stap: stap(4), verplicht: true, opties: JA_NEE },
  { vraag: 'melder.naam', soort: 'contact', titel: 'Wat is uw naam?', stap: stap(5), verplicht: true },
  { vraag: 'melder.telefoon', soort: 'contact', titel: 'Op welk nummer kan de gemeente u bellen?', stap: stap(5) },
  { vraag: 'controle', soort: 'controle', titel: 'Klopt dit allemaal?', stap: stap(6), verplicht: true, opties: [{ id: 'ja', titel: 'Ja, dit klopt' }] },
];

export const WIS = { vraag: 'wis', soort: 'jaNee', titel: 'Wilt u stoppen en alles wissen?', hulp: 'U kunt dit niet terugdraaien.', verplicht: true, opties: [{ id: 'ja', titel: 'Ja, wis alles' }, { id: 'nee', titel: 'Nee, ga verder' }] };

export const VERVALT = {
  vraag: 'vervalt', soort: 'keuze', verplicht: true, titel: 'Deze antwoorden vervallen: Wat heeft dit voor u betekend?',
  opties: [{ id: 'toch', titel: 'Wijzig toch' }, { id: 'laat', titel: 'Laat zo' }],
};

export const uitkomst = (id) => ({
  formulier: 'klacht', titel: 'Uw klacht is klaar', uitleg: 'Uw klacht staat op papier. Lees hem rustig door. U kunt hem zelf versturen.',
  routes: [
    { code: 'R1', naam: 'Stuur uw klacht naar de gemeente', uitleg: 'De gemeente moet uw klacht binnen zes weken behandelen.', uiterlijk: null },
    { code: 'R4', naam: 'Maak bezwaar tegen het besluit', uitleg: 'Dit kan naast uw klacht.', uiterlijk: '2027-01-03' },
  ],
  documenten: [
    { naam: 'klacht-2026-11-22.txt', soort: 'text/plain', titel: 'Uw klacht als tekst', url: `/api/v1/gesprekken/${id}/documenten/klacht-2026-11-22.txt` },
  ],
});

/** What a typed answer means: its words, or null when it cannot be used. */
export function lees(vraag, text) {
  const t = text.trim().toLowerCase();
  if (!vraag.opties) return vraag.soort === 'datum' && !/\d|week|gister|maand|januari|oktober/.test(t) ? null : { antwoord: text, tekst: text };
  const parts = vraag.soort === 'meerkeuze' ? t.split(',').map((p) => p.trim()) : [t];
  const found = parts.map((p) => vraag.opties.find((o, i) => o.id === p || o.titel.toLowerCase() === p || `${i + 1}` === p || (o.id === 'ja' && p.startsWith('ja '))));
  return found.every(Boolean) ? { antwoord: found.map((o) => o.id).join(','), tekst: found.map((o) => o.titel).join(', ') } : null;
}
