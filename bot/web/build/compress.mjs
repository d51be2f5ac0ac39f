// Writes a .br and a .gz beside every built file, so that the server only has to choose.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.env.KLACHTHULP_WEB_OUT ?? '../wwwroot/app';
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

for (const name of await readdir(folder)) {
  if (!/\.(js|css)$/.test(name)) continue;
  const raw = await readFile(join(folder, name));
  await writeFile(join(folder, `${name}.br`), brotliCompressSync(raw, brotli));
  await writeFile(join(folder, `${name}.gz`), gzipSync(raw, { level: 9 }));
}
