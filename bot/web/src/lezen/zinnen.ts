/** Longest piece, in characters, that is given to a voice at once: some voices fall silent after a quarter of a minute. */
export const LONGEST = 200;

export interface Zin {
  readonly tekst: string;
  /** Place of the first character in the whole text. */
  readonly van: number;
}

/** A number of a check, which nobody can follow by ear; it stands on the screen. */
const CHECK = /[0-9a-f]{32}/;

/** Cuts text into sentences; a longer one is cut at its last space. */
export function zinnen(tekst: string): Zin[] {
  const found: Zin[] = [];
  for (const match of tekst.matchAll(/[^.!?\n]+[.!?]*/g)) if (!CHECK.test(match[0])) cut(match[0], match.index, found);
  return found;
}

function cut(tekst: string, van: number, found: Zin[]): void {
  while (tekst.length > LONGEST) {
    const space = tekst.lastIndexOf(' ', LONGEST);
    const end = space > 0 ? space : LONGEST;
    found.push({ tekst: tekst.slice(0, end), van });
    [tekst, van] = [tekst.slice(end), van + end];
  }
  if (tekst.trim() !== '') found.push({ tekst, van });
}
