import { nl, type Teksten } from './nl';

/** Every language by its own name. */
export const talen: readonly (readonly [taal: string, naam: string])[] = [
  ['nl', 'Nederlands'], ['en', 'English'], ['tr', 'Türkçe'], ['ar', 'العربية'], ['pl', 'Polski'], ['uk', 'Українська'],
];

/** Languages other than Dutch, each in a chunk of its own that is fetched when it is asked for. */
const others: Readonly<Record<string, () => Promise<{ teksten: Teksten }>>> = {
  en: () => import('./en'),
  tr: () => import('./tr'),
  ar: () => import('./ar'),
  pl: () => import('./pl'),
  uk: () => import('./uk'),
};

/** The words for a language; Dutch when there are none, or when they cannot be fetched. */
export async function loadTeksten(taal: string): Promise<Teksten> {
  try {
    return (await others[taal]?.())?.teksten ?? nl;
  } catch {
    return nl;
  }
}

export { nl, type Teksten };
