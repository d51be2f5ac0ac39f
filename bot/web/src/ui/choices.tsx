import { useState } from 'preact/hooks';
import type { Optie, Vraag } from '../wire';
import { useChat } from './context';

interface GroupProps {
  readonly vraag: Vraag;
  readonly labelledBy: string;
  readonly describedBy: string;
}

/** One button for each option; one press is the answer. */
export function Choice({ vraag, labelledBy, describedBy, options }: GroupProps & { options: readonly Optie[] }) {
  const { t, send } = useChat();
  const [pressed, press] = useState('');
  const choose = (o: Optie) => {
    if (send({ soort: 'antwoord', tekst: o.titel, vraag: vraag.vraag, antwoord: o.id })) press(o.id);
  };
  return (
    <div class="keuzes" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy || undefined}>
      {options.map((o, i) => (
        <button key={o.id} type="button" data-optie={o.id} class={vraag.soort === 'controle' && i === 0 ? 'knop knop-hoofd' : 'knop-keuze'} data-gekozen={pressed === o.id} onClick={() => choose(o)}>
          <span>{o.titel}</span>
          {vraag.huidig?.antwoord === o.id && <span class="nu">{t.huidig}</span>}
        </button>
      ))}
      <Escapes vraag={vraag} />
    </div>
  );
}

/** Several options at once: check boxes and a button. */
export function MultipleChoice({ vraag, labelledBy, describedBy, onEmpty }: GroupProps & { onEmpty(): void }) {
  const { t, send } = useChat();
  const [chosen, setChosen] = useState<readonly string[]>(() => vraag.huidig?.antwoord.split(',') ?? []);
  const options = vraag.opties ?? [];
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]);
  const submit = (e: Event) => {
    e.preventDefault();
    const picked = options.filter((o) => chosen.includes(o.id));
    if (picked.length === 0) return onEmpty();
    send({ soort: 'antwoord', vraag: vraag.vraag, tekst: picked.map((o) => o.titel).join(', '), antwoord: picked.map((o) => o.id).join(',') });
  };
  return (
    <form class="keuzes" noValidate onSubmit={submit}>
      <p class="uitleg">{t.kiesMeer}</p>
      <div class="keuzes" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy || undefined}>
        {options.map((o) => (
          <label key={o.id} class="vink" data-optie={o.id}>
            <input type="checkbox" checked={chosen.includes(o.id)} onChange={() => toggle(o.id)} />
            <span>{o.titel}</span>
          </label>
        ))}
      </div>
      <button type="submit" class="knop knop-hoofd">{t.verderMetKeuze}</button>
      <Escapes vraag={vraag} />
    </form>
  );
}

/** The ways past a question: not knowing, and skipping what the law does not ask for. */
export function Escapes({ vraag }: { vraag: Vraag }) {
  const { t, send } = useChat();
  if (vraag.soort === 'controle' || (vraag.verplicht && !vraag.magOnbekend)) return null;
  return (
    <div class="uitwegen">
      {vraag.magOnbekend && <button type="button" class="knop knop-stil" data-doe="weetniet" onClick={() => send({ soort: 'opdracht', naam: 'weetniet' })}>{t.weetNiet}</button>}
      {!vraag.verplicht && <button type="button" class="knop knop-stil" data-doe="overslaan" onClick={() => send({ soort: 'opdracht', naam: 'overslaan' })}>{t.slaOver}</button>}
      {vraag.magGenoeg && <button type="button" class="knop knop-stil" data-doe="genoeg" onClick={() => send({ soort: 'opdracht', naam: 'genoeg' })}>{t.genoeg}</button>}
    </div>
  );
}
