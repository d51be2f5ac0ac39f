/** Dutch words for what is needed only later in a conversation; they come with that part of the screen. */
export const straks = {
  taal: 'nl',
  brief: 'Zo ziet uw brief eruit. Lees hem rustig door.',
  briefTaal: 'De brief is in het Nederlands. Uw eigen woorden staan er zoals u ze schreef.',
  ophalen: 'Uw antwoorden worden opgehaald.',
  aanpassen: 'Pas de tekst van de brief aan',
  briefTeLang: 'Uw brief is te lang om de tekst hier aan te passen. U kunt wel elk antwoord wijzigen. De brief verandert dan mee.',
  aangepast: 'Door u aangepast',
  opnieuwGemaakt: 'U had de brief zelf aangepast. Daarna veranderde er een antwoord. Daarom is de brief opnieuw gemaakt.',
  open: (n: number) => (n === 1 ? 'U liet 1 vraag open. Dat mag.' : `U liet ${n} vragen open. Dat mag.`),
  vulIn: (titel: string) => `Vul in: ${titel}`,

  printCode: 'Print deze code',

  spreek: 'Spreek uw antwoord in',
  spreekUitleg: 'Uw browser zet uw stem om in tekst. Soms gaat uw stem daarvoor naar de maker van uw browser. Wilt u dat niet, typ dan uw antwoord.',
  beginSpreken: 'Begin met spreken',
  stopSpreken: 'Stop met spreken',
  gesproken: 'Kijk de tekst na. Er is nog niets verstuurd.',
  nietVerstaan: 'Dat lukte niet. Typ uw antwoord.',

  bijlagen: 'Bewijs meesturen',
  bijlagenUitleg: 'Bijvoorbeeld een foto of een brief. Het mag een PDF, JPEG of PNG zijn. U kunt 5 bestanden meesturen.',
  kies: 'Kies een bestand',
  gekozen: 'Deze bestanden hebt u gekozen:',
  haalWeg: (naam: string) => `Haal weg: ${naam}`,
  weggehaald: (naam: string) => `Weggehaald: ${naam}`,
  stuurMee: (n: number) => (n === 1 ? 'Stuur 1 bestand mee' : `Stuur ${n} bestanden mee`),
  teGroot: (naam: string) => `${naam} is te groot. Een bestand mag hooguit 10 MB zijn.`,
  teVeel: (namen: string) => `U kunt 5 bestanden meesturen. Dit past er niet meer bij: ${namen}.`,
  bezig: 'Uw bestand wordt verstuurd.',
  mislukt: 'Het lukte niet om uw bestand te versturen. Probeer het nog eens.',
};

export type Straks = typeof straks;
