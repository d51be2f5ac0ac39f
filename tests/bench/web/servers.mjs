import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, '../../../bot/bin/Release/net10.0/KlachtHulp.Bot.dll');

/** The service on a free port, with data that goes away. */
export async function startBot(origin) {
  const data = mkdtempSync(join(tmpdir(), 'klachthulp-bench-'));
  const env = { ...process.env, KlachtHulp__Gegevens: data, KlachtHulp__Limieten__NieuwPerMinuut: '100000', KlachtHulp__Limieten__VerzoekenPerGesprek: '100000', KlachtHulp__DirectLine__Herkomsten__0: origin };
  const child = spawn('dotnet', [process.env.BOT ?? built, '--urls', 'http://127.0.0.1:0'], { cwd: data, env, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/[0-9.]+:[0-9]+(?=\/klacht)/.exec(line)?.[0];
    if (!address) continue;
    child.stdout.resume();
    return { origin: address, stop: () => { child.kill('SIGKILL'); rmSync(data, { recursive: true, force: true }); } };
  }
  throw new Error('The service stopped.');
}

const PAGE = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>WebChat</title>
<link rel="icon" href="data:,"><style>html, body, #webchat { height: 100%; margin: 0 }</style></head><body><div id="webchat" role="main"></div>
<script src="/webchat-minimal.js"></script>
<script>
  const bot = new URLSearchParams(location.search).get('bot');
  fetch(bot + '/api/v1/tokens', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then((r) => r.json()).then(({ token }) =>
    WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ token, domain: bot + '/v3/directline' }), locale: 'nl-NL' }, document.getElementById('webchat')));
</script></body></html>`;

/** A page with WebChat, compressed as well as our own files are. */
export async function startPages() {
  const script = brotliCompressSync(readFileSync(join(here, 'node_modules/botframework-webchat/dist/webchat-minimal.js')));
  const server = createServer((request, response) => {
    const own = request.url === '/webchat-minimal.js';
    response.writeHead(200, own ? { 'content-type': 'text/javascript', 'content-encoding': 'br', 'cache-control': 'max-age=31536000, immutable' } : { 'content-type': 'text/html; charset=utf-8' });
    response.end(own ? script : PAGE);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
