import { useId } from 'preact/hooks';
import { straksIn } from '../teksten/meer';
import { straks } from '../teksten/straks';
import type { State } from '../state';
import type { Brief, OverzichtRegel } from '../wire';
import { useAfter, useChat } from './context';
import { Disclosure } from './disclosure';
import { FullOverview, shown } from './overview';

/** Milliseconds in which the newest answers mostly are here; nothing has to be said that soon. */
const SOON = 1000;

/** Stands in the place of answers or a letter that are overtaken by a later answer. */
function Fetching() {
  const { t } = useChat();
  const s = straksIn(t.taal) ?? straks;
  return <p class="uitleg" lang={s.taal}>{s.ophalen}</p>;
}

/** Everything to read once more before signing: what was left open, the answers, and the letter. */
export function Check({ overzicht }: { overzicht: State['overzicht'] }) {
  if (useAfter(!overzicht || overzicht.oud === true, SOON)) return <Fetching />;
  return (
    <>
      <LeftOpen rows={shown(overzicht).filter((row) => row.status !== 'gegeven')} />
      <FullOverview overzicht={overzicht} />
      {overzicht?.brief && <Letter brief={overzicht.brief} />}
    </>
  );
}

/** The letter once more, folded, at the questions about signing and sending. */
export function LetterToSend({ brief, old }: { brief: Brief; old: boolean | undefined }) {
  const { t } = useChat();
  if (useAfter(old === true, SOON)) return <Fetching />;
  return <Disclosure label={t.uwBrief}><Letter brief={brief} fixed /></Disclosure>;
}

/** What the law asks for is always there; the rest may stay open. */
function LeftOpen({ rows }: { rows: readonly OverzichtRegel[] }) {
  const { t, send } = useChat();
  const s = straksIn(t.taal) ?? straks;
  if (rows.length === 0) return null;
  return (
    <div lang={s.taal} class="opengelaten">
      <Disclosure label={s.open(rows.length)}>
        <ul role="list">
          {rows.map((row) => (
            <li key={row.vraag}>
              <button type="button" class="knop-tekst" onClick={() => send({ soort: 'opdracht', naam: 'wijzig', vraag: row.vraag })}>{s.vulIn(row.titel)}</button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

/** The letter as it will go out. It is Dutch, whatever the language of the conversation. */
function Letter({ brief, fixed = false }: { brief: Brief; fixed?: boolean }) {
  const { t, send } = useChat();
  const s = straksIn(t.taal) ?? straks;
  const id = useId();
  const { vraag } = brief;
  return (
    <section class="conceptbrief" aria-labelledby={`${id}k`} lang={s.taal}>
      <h4 id={`${id}k`}>{t.uwBrief}</h4>
      <p class="uitleg">{s.brief} {t.taal !== 'nl' && s.briefTaal}</p>
      {brief.vervallen && <p class="melding" data-toon="waarschuwing">{s.opnieuwGemaakt}</p>}
      <div class="brief" lang="nl" dir="ltr">
        {brief.delen.map((deel, i) => {
          const Part = deel.citaat ? 'blockquote' : 'p';
          return (
            <Part key={i} data-aangepast={deel.aangepast} dir="auto" {...(deel.taal ? { lang: deel.taal } : {})}>
              {deel.aangepast && <strong class="merkje" lang={s.taal} dir="auto">{s.aangepast}: </strong>}{deel.tekst}
            </Part>
          );
        })}
      </div>
      {!fixed && vraag && <button type="button" class="knop" onClick={() => send({ soort: 'opdracht', naam: 'wijzig', vraag })}>{s.aanpassen}</button>}
      {!fixed && !vraag && <p class="uitleg">{s.briefTeLang}</p>}
    </section>
  );
}
