import { useChat } from './context';
import { Disclosure } from './disclosure';

/** Explains, in its place, each difficult word that stands in the text, unless another text nearby has it already. */
export function DifficultWords({ text, besides = '' }: { text: string; besides?: string }) {
  const { x, t } = useChat();
  if (t.taal !== x.taal) return null;
  const stands = (word: string, where: string) => new RegExp(`(?<!\\p{L})${word}`, 'iu').test(where);
  const found = x.woorden.filter(([word]) => stands(word, text) && !stands(word, besides));
  return <>{found.map(([word, meaning]) => <Disclosure key={word} label={x.watIs(word)}><p>{meaning}</p></Disclosure>)}</>;
}
