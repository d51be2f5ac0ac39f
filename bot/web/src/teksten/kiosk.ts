/** What the kiosk says around the conversation. */
export const kiosk = {
  titel: 'Klacht over de gemeente',
  uitleg: 'Deze computer helpt u om uw klacht op te schrijven. U beslist zelf of uw klacht weggaat.',
  wissen: 'Wat u hier typt, wordt gewist als u stopt.',
  taal: 'Nederlands',
  begin: 'Begin',
  groter: 'Groter',
  kleiner: 'Kleiner',
  contrast: 'Contrast',
  lager: 'Knoppen lager',
  hoger: 'Knoppen hoger',
  verberg: 'Scherm verbergen',
  verborgen: 'Het scherm is verborgen',
  verder: 'Ga verder',
  stop: 'Stop en wis alles',
  stopVraag: 'Wilt u stoppen en alles wissen?',
  stopUitleg: 'Alles wat u hier hebt getypt, gaat weg.',
  stopJa: 'Ja, wis alles',
  stopNee: 'Nee, ga verder',
  er: 'Bent u er nog?',
  nog: (seconden: number) => `Over ${seconden} seconden wissen wij alles.`,
  erJa: 'Ja, ik ben er nog',
  meerTijd: 'Ik heb meer tijd nodig',
};

export type Kiosk = typeof kiosk;
