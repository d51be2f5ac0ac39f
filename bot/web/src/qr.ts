import { encode } from 'uqr';

/** Modules of white around the code; scanners need four. */
const BORDER = 4;

/** The dark modules as one path, with the side of the whole in modules. */
export function draw(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
