import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect } from 'preact/hooks';
import type { Vraag } from '../wire';
import { type Modus, useChat } from './context';

interface Props {
  readonly vraag: Vraag;
  readonly text: string;
  /** Id of the words of the question. */
  readonly labelledBy: string;
  /** Ids of hint and error. */
  readonly describedBy: string;
  readonly invalid: boolean;
  /** Whether there are also buttons to choose from. */
  readonly secondary: boolean;
  readonly field: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  onText(text: string): void;
  onSend(): void;
}

/** The field in which every question can be answered in the resident's own words. */
export function Composer(props: Props) {
  const { t, modus } = useChat();
  const id = useId();
  const long = props.vraag.soort === 'langeTekst';
  useGrow(props.field, long, props.text);
  const common = {
    id,
    class: 'veld',
    value: props.text,
    dir: 'auto' as const,
    enterKeyHint: long ? 'enter' as const : 'send' as const,
    'aria-labelledby': `${props.labelledBy} ${id}l`,
    'aria-describedby': [props.describedBy, long ? `${id}u` : ''].filter(Boolean).join(' ') || undefined,
    'aria-invalid': props.invalid ? 'true' as const : undefined,
    onInput: (e: { currentTarget: { value: string } }) => props.onText(e.currentTarget.value),
  };
  return (
    <form class="typen" noValidate data-bijzaak={props.secondary} onSubmit={(e) => { e.preventDefault(); props.onSend(); }}>
      <label id={`${id}l`} for={id}>{props.secondary ? t.ofTyp : t.typHier}</label>
      {long
        ? <textarea {...common} ref={props.field} rows={4} autocomplete="off" onKeyDown={(e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); props.onSend(); } }} />
        : <input {...common} ref={props.field} type="text" {...hints(props.vraag, modus)} />}
      {long && <p class="uitleg" id={`${id}u`}>{t.enterUitleg}</p>}
      <button type="submit" class={props.secondary ? 'knop' : 'knop knop-hoofd'}>{t.verstuur}</button>
    </form>
  );
}

/** The textarea is as tall as its text, so that nothing has to be scrolled inside it. */
function useGrow(field: Props['field'], long: boolean, text: string) {
  useLayoutEffect(() => {
    const f = field.current;
    if (!f || !long) return;
    // Empty it is as tall as it was made; measuring would cost the browser a layout.
    if (!text) { f.style.blockSize = ''; return; }
    f.style.blockSize = 'auto';
    f.style.blockSize = `${f.scrollHeight + 4}px`;
  }, [long, text]);
  useEffect(() => {
    if (!long && field.current) field.current.style.blockSize = '';
  }, [long]);
}

/** Last part of the question's path to the browser's own name for it, so that the browser can fill it in. */
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  naam: 'name', adres: 'street-address', straat: 'address-line1', postcode: 'postal-code', woonplaats: 'address-level2',
  email: 'email', telefoon: 'tel',
};

function hints(vraag: Vraag, modus: Modus) {
  const last = vraag.vraag.split('.').at(-1) ?? '';
  const autocomplete = vraag.soort === 'contact' && modus !== 'kiosk' ? AUTOCOMPLETE[last] ?? 'off' : 'off';
  const inputMode = vraag.soort === 'bedrag' ? 'decimal' : last === 'email' ? 'email' : last === 'telefoon' ? 'tel' : 'text';
  return { autocomplete, inputMode } as const;
}
