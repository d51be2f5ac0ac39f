/** Rows of letters for each language; digits and signs are the same for all. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  nl: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  tr: ['qwertyuıopğü', 'asdfghjklşi', 'zxcvbnmöç'],
  pl: ['qwertyuiop', 'asdfghjklł', 'zxcvbnm', 'ąćęńóśźż'],
  uk: ['йцукенгшщзхї', 'фівапролджє', 'ґячсмитьбю’'],
  ar: ['ضصثقفغعهخحج', 'شسيبلاتنمكط', 'ئءؤرىةوزظ', 'ذدأإآ'],
};

const DIGITS = '1234567890';
const SIGNS = '.,-_@/?\'';

/** The keys of one language, row by row. */
export const toetsen = (taal: string): readonly string[] => [DIGITS, ...(ROWS[taal] ?? ROWS.nl ?? []), SIGNS];

/** The first letters of a language that is not written in Latin ones, for the key that goes back to them. */
export const schrift: Readonly<Record<string, string>> = { uk: 'АБВ', ar: 'أبت' };

export const fromRight = (taal: string): boolean => taal === 'ar';
