import type { Kiosk } from './kiosk';
import { leer, type Meer } from './meer';
import { nl, type Teksten } from './nl';
import type { Straks } from './straks';

/** Every language by its own name. */
export const talen: readonly (readonly [taal: string, naam: string])[] = [
  ['nl', 'Nederlands'], ['en', 'English'], ['tr', 'Türkçe'], ['ar', 'العربية'], ['pl', 'Polski'], ['uk', 'Українська'],
];

interface Taal {
  readonly teksten: Teksten;
  readonly kiosk: Kiosk;
  readonly meer: Meer;
  readonly straks: Straks;
}

/** Languages other than Dutch, each in a chunk of its own that is fetched when it is asked for. */
const others: Readonly<Record<string, () => Promise<Taal>>> = {
  en: () => import('./en'),
  tr: () => import('./tr'),
  ar: () => import('./ar'),
  pl: () => import('./pl'),
  uk: () => import('./uk'),
};

/** The words for a language; nothing when there are none, or when they cannot be fetched. */
export async function load(taal: string): Promise<Taal | undefined> {
  try {
    const words = await others[taal]?.();
    if (words) leer(words.meer, words.straks);
    return words;
  } catch {
    return undefined;
  }
}

export const loadTeksten = async (taal: string): Promise<Teksten> => (await load(taal))?.teksten ?? nl;

export { nl, type Teksten };
