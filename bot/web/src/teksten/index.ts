import { nl, type Teksten } from './nl';

/** Languages other than Dutch, each in a chunk of its own that is fetched when it is asked for. */
const others: Readonly<Record<string, () => Promise<Teksten>>> = {};

/** The words for a language; Dutch when there are none, or when they cannot be fetched. */
export async function loadTeksten(taal: string): Promise<Teksten> {
  try {
    return (await others[taal]?.()) ?? nl;
  } catch {
    return nl;
  }
}

export { nl, type Teksten };
