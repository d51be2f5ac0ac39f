/** "2027-01-03" becomes "zondag 3 januari 2027". */
export function inWords(day: string, taal: string): string {
  return new Intl.DateTimeFormat(`${taal}-u-nu-latn`, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
