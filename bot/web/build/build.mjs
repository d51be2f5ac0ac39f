// Called by bot/Web.targets. Installs the packages when the lock file changed and builds into bot/wwwroot/app.
// Safe when several builds run at once: the first one builds, the others wait and find it done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(dirname(web), 'wwwroot', 'app');
const lock = join(tmpdir(), `klachthulp-web-${digest(web).slice(0, 16)}.lock`);

acquire();
try {
  install();
  if (!upToDate()) build();
} finally {
  unlinkSync(lock);
}

function install() {
  const done = join(web, 'node_modules', '.klachthulp');
  const wanted = digest(readFileSync(join(web, 'package-lock.json')));
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  writeFileSync(done, wanted);
}

/** Built elsewhere first, so that nobody ever sees half a build. */
function build() {
  const fresh = join(web, 'node_modules', '.out');
  rmSync(fresh, { recursive: true, force: true });
  run('npm', ['run', '--silent', 'build'], { KLACHTHULP_WEB_OUT: fresh });
  mkdirSync(out, { recursive: true });
  const names = new Set(readdirSync(fresh));
  for (const name of names) cpSync(join(fresh, name), join(out, name));
  for (const name of readdirSync(out)) if (!names.has(name)) rmSync(join(out, name));
  const now = new Date();
  utimesSync(join(out, 'klachthulp.js'), now, now);
}

function upToDate() {
  const built = join(out, 'klachthulp.js');
  return existsSync(built) && sources(web).every((file) => statSync(file).mtimeMs <= statSync(built).mtimeMs);
}

function sources(folder) {
  const files = readdirSync(join(folder), { withFileTypes: true });
  return files.flatMap((f) => {
    const path = join(folder, f.name);
    if (f.isDirectory()) return f.name === 'node_modules' || f.name === 'dev' ? [] : sources(path);
    return [path];
  });
}

function acquire() {
  for (let waited = 0; ; waited += 250) {
    try {
      const handle = openSync(lock, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST' || waited > 300_000) throw error;
      if (!ownerLives()) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    }
  }
}

function ownerLives() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!pid) return Date.now() - statSync(lock).mtimeMs < 5000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function run(command, args, env = {}) {
  const result = spawnSync(command, args, { cwd: web, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${result.error?.message ?? `exit code ${result.status}`}).`);
}

function digest(data) {
  return createHash('sha256').update(data).digest('hex');
}
