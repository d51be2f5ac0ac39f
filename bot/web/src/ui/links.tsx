import type { ComponentChildren } from 'preact';
import { useChat } from './context';

/** Dutch telephone numbers as they are written in our texts: 112, 113, 14 0xx, 0800-xxxx, 0xx-xxx xx xx. */
const PHONE = /\b(?:112|113|14 ?0\d{1,4}|0[89]00[ -]?\d{4,7}|0\d{1,3}[ -]\d{2,3}(?: ?\d{2}){2})\b/g;

/** Text with its telephone numbers as links; a person in need must not have to copy a number. */
export function withPhones(text: string): ComponentChildren {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const match of text.matchAll(PHONE)) {
    parts.push(text.slice(from, match.index), <a key={match.index} dir="ltr" href={`tel:${match[0].replace(/\D/g, '')}`}>{match[0]}</a>);
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** Text of several lines as paragraphs. A kiosk cannot call, so there numbers are text. */
export function Lines({ text, id, class: name, plain = false }: { text: string; id?: string; class?: string; plain?: boolean }) {
  const { modus } = useChat();
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  return <div id={id} class={name}>{lines.map((line, i) => <p key={i}>{plain || modus === 'kiosk' ? line : withPhones(line)}</p>)}</div>;
}
