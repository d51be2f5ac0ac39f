import { useChat } from './context';
import { Disclosure } from './disclosure';

/** Explains, in its place, each difficult word that stands in the text. */
export function DifficultWords({ text }: { text: string }) {
  const { x, t } = useChat();
  if (t.taal !== x.taal) return null;
  const found = x.woorden.filter(([word]) => new RegExp(`\\b${word}`, 'i').test(text));
  return <>{found.map(([word, meaning]) => <Disclosure key={word} label={x.watIs(word)}><p>{meaning}</p></Disclosure>)}</>;
}
