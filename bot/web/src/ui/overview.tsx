import { useId, useState } from 'preact/hooks';
import type { Overzicht, OverzichtRegel } from '../wire';
import { useChat } from './context';

/** The answers that count. */
export const shown = (overzicht: Overzicht | null) => (overzicht?.antwoorden ?? []).filter((r) => r.status !== 'ongebruikt');

/** "Uw klacht tot nu toe": beside the conversation where there is room, otherwise behind a button. */
export function SidePanel({ overzicht, wide, fixed }: { overzicht: Overzicht | null; wide: boolean; fixed: boolean }) {
  const { t } = useChat();
  const id = useId();
  const [open, setOpen] = useState(false);
  const rows = shown(overzicht);
  if (!wide && rows.length === 0) return null;
  const list = rows.length > 0 ? <Groups rows={rows} level={4} fixed={fixed} /> : <p class="leeg">{t.overzichtLeeg}</p>;
  return (
    <aside class="overzicht" aria-labelledby={`${id}k`} data-breed={wide}>
      <h3 id={`${id}k`} class={wide ? '' : 'vh'}>{t.overzicht}</h3>
      {wide ? list : (
        <>
          <button type="button" class="knop-vouw" aria-expanded={open} aria-controls={`${id}l`} onClick={() => setOpen(!open)}>
            {t.overzichtAantal(rows.length)}
          </button>
          <div id={`${id}l`} hidden={!open}>{open && list}</div>
        </>
      )}
    </aside>
  );
}

/** Every answer, for the question in which the resident checks them. */
export function FullOverview({ overzicht }: { overzicht: Overzicht | null }) {
  const { t } = useChat();
  const letter = overzicht?.brief?.aangepast ? overzicht.brief.vraag : '';
  // The letter itself stands below the answers.
  const rows = shown(overzicht).filter((row) => row.vraag !== letter);
  if (rows.length === 0) return null;
  return (
    <div class="overzicht controle">
      <h4 class="vh">{t.controleer}</h4>
      <Groups rows={rows} level={5} />
    </div>
  );
}

/** @param fixed whether nothing can change any more. */
function Groups({ rows, level, fixed = false }: { rows: readonly OverzichtRegel[]; level: 4 | 5; fixed?: boolean }) {
  const Heading = `h${level}` as const;
  const names = uniqueNames(rows);
  return (
    <>
      {byGroup(rows).map(([groep, members]) => (
        <div class="groep" key={groep}>
          {groep && <Heading>{groep}</Heading>}
          <dl>{members.map((r) => <Row key={r.vraag} row={r} name={names.get(r.vraag) ?? r.titel} fixed={fixed} brief={level === 4} />)}</dl>
        </div>
      ))}
    </>
  );
}

/** Characters from which an answer beside the conversation is cut short. */
const LONG = 220;

/** The beginning of a long answer, with a button for the rest. */
function Short({ text, name }: { text: string; name: string }) {
  const { x } = useChat();
  const [all, setAll] = useState(false);
  const words = all ? x.leesMinder : x.leesAlles;
  return (
    <>
      {all ? text : `${text.slice(0, text.lastIndexOf(' ', LONG) + 1 || LONG).trimEnd()}…`}{' '}
      <button type="button" class="knop-tekst" lang={x.taal} aria-expanded={all} aria-label={`${words}: ${name}`} onClick={() => setAll(!all)}>{words}</button>
    </>
  );
}

/** @param brief whether long answers are cut short. */
function Row({ row, name, fixed, brief }: { row: OverzichtRegel; name: string; fixed: boolean; brief: boolean }) {
  const { t, send } = useChat();
  const words = row.status === 'onbekend' ? t.onbekend : row.status === 'overgeslagen' ? t.overgeslagen : row.tekst;
  return (
    <div class="rij" data-status={row.status} data-vraag={row.vraag}>
      <dt>{row.titel}</dt>
      <dd dir="auto">{brief && words.length > LONG ? <Short text={words} name={name} /> : words}</dd>
      {!fixed && <dd>
        <button type="button" class="knop-tekst" aria-label={`${t.wijzig}: ${name}`} onClick={() => send({ soort: 'opdracht', naam: 'wijzig', vraag: row.vraag })}>
          {t.wijzig}
        </button>
      </dd>}
    </div>
  );
}

function byGroup(rows: readonly OverzichtRegel[]): [string, OverzichtRegel[]][] {
  const groups = new Map<string, OverzichtRegel[]>();
  for (const row of rows) groups.set(row.groep, [...(groups.get(row.groep) ?? []), row]);
  return [...groups];
}

/** With several complaints the same question is asked again; then its number makes the name its own. */
function uniqueNames(rows: readonly OverzichtRegel[]): Map<string, string> {
  const seen = new Map<string, number>();
  return new Map(rows.map((r) => {
    const n = (seen.get(r.titel) ?? 0) + 1;
    seen.set(r.titel, n);
    return [r.vraag, n === 1 ? r.titel : `${r.titel} (${n})`];
  }));
}
