// The built service in a process of its own, on a free port, with a data folder that goes away with it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const DLL = fileURLToPath(new URL('../../../bot/bin/Debug/net10.0/KlachtHulp.Bot.dll', import.meta.url));
const START_MS = 60_000;

export const SECRET = 'geheim-van-de-interopproef-1';

/** @param settings More settings, by name. */
export async function startBot(settings = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'klachthulp-interop-'));
  const all = { Gegevens: folder, 'DirectLine:Geheim': SECRET, 'Limieten:NieuwPerMinuut': '100000', 'Limieten:VerzoekenPerGesprek': '100000', ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => [`--KlachtHulp:${name}`, value]);
  const child = spawn('dotnet', [DLL, '--urls', 'http://127.0.0.1:0', ...args], {
    cwd: folder, env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development' }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise(resolve => child.once('exit', resolve));
  process.once('exit', () => child.kill('SIGKILL'));
  const stop = async () => { child.kill('SIGTERM'); await gone; await rm(folder, { recursive: true, force: true }); };
  try {
    return { base: await announced(child), folder, stop };
  } catch (problem) {
    child.kill('SIGKILL');
    throw problem;
  }
}

/** The service names its address once it listens; after that its output is read and thrown away. */
function announced(child) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The service did not start.')), START_MS);
    child.once('exit', code => reject(new Error(`The service ended with ${code}.`)));
    createInterface({ input: child.stdout }).on('line', line => {
      const address = /http:\/\/[0-9.]+:[0-9]+(?=\/klacht)/.exec(line)?.[0];
      if (address) { clearTimeout(late); resolve(address); }
    });
  });
}
