import type { State } from '../conversation';
import type { Teksten } from '../teksten';

/** Gives the browser a file to keep. */
export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The answers as plain text, made in the browser: works without a connection. */
export function downloadOverview(state: State, t: Teksten): void {
  const rows = (state.overzicht?.antwoorden ?? []).filter((r) => r.status !== 'ongebruikt');
  const pending = state.pending?.bericht;
  const words = pending && pending.soort !== 'opdracht' ? pending.tekst : state.returned?.tekst;
  const unsent = words ? [t.uwAntwoord(words)] : [];
  const text = [t.overzicht, '', ...rows.flatMap((r) => [r.titel, r.tekst || t.overgeslagen, '']), ...unsent].join('\n');
  saveAs(new Blob([text], { type: 'text/plain;charset=utf-8' }), t.klachtBestand);
}
