// Speaks docs/wire.md well enough to develop and test the screen without the real server. No dependencies.
// Lines on standard input: "stop" drops every connection and stays away, "start" comes back with everything still known.
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Gesprek } from './bot.mjs';

const root = fileURLToPath(new URL('../../wwwroot/', import.meta.url));
const pages = fileURLToPath(new URL('./pages/', import.meta.url));
const port = Number(process.argv[process.argv.indexOf('--port') + 1] || 3979);
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };
const gesprekken = new Map();
const sockets = new Set();
let log = [];

const server = createServer((req, res) => void handle(req, res).catch((e) => send(res, 500, { error: { code: 'Fake', message: String(e) } })));
server.on('connection', (s) => { sockets.add(s); s.on('close', () => sockets.delete(s)); });
server.on('upgrade', (req, socket) => stream(new URL(req.url, 'http://x'), req, socket));

async function handle(req, res) {
  const url = new URL(req.url, 'http://x');
  const path = url.pathname;
  if (path === '/fake/log') return send(res, 200, log);
  if (path === '/api/v1/tokens') return send(res, 200, token(randomUUID()));
  const g = gesprekken.get(decodeURIComponent(path.split('/')[4] ?? '')) ?? gesprekken.get((req.headers.authorization ?? '').slice(7));
  if (path.startsWith('/v3/') || path.startsWith('/api/')) return g ? api(req, res, url, path, g) : send(res, 403, { error: { code: 'TokenExpired', message: 'Unknown' } });
  return file(path, res);
}

async function api(req, res, url, path, g) {
  if (req.headers.authorization !== `Bearer ${g.id}`) return send(res, 403, { error: { code: 'Forbidden', message: '' } });
  if (path.endsWith('/overzicht')) return send(res, 200, g.overzicht());
  if (path.includes('/documenten/')) return send(res, 200, JSON.stringify(g.overzicht(), null, 2), 'text/plain; charset=utf-8');
  if (path.endsWith('/refresh')) return send(res, 200, token(g.id));
  if (path.endsWith('/activities')) return req.method === 'POST' ? post(req, res, g) : send(res, 200, after(g, url.searchParams.get('watermark')));
  g.begin();
  const streamUrl = `ws://${req.headers.host}/v3/directline/conversations/${g.id}/stream?watermark=${url.searchParams.get('watermark') ?? ''}`;
  return send(res, req.method === 'POST' ? 201 : 200, { ...token(g.id), ...(process.argv.includes('--poll') ? {} : { streamUrl }) });
}

async function post(req, res, g) {
  let body = '';
  for await (const chunk of req) body += chunk;
  log.push(JSON.parse(body));
  g.receive(JSON.parse(body));
  send(res, 200, { id: g.activities.at(-1).id });
}

function token(id) {
  if (!gesprekken.has(id)) gesprekken.set(id, new Gesprek(id));
  return { conversationId: id, token: id, expires_in: 1800 };
}

function after(g, watermark) {
  const from = watermark ? Number(watermark) : 0;
  return { activities: g.activities.slice(from), watermark: String(g.activities.length) };
}

/** Just enough of RFC 6455 to push text; what the client sends is ignored. */
function stream(url, req, socket) {
  const g = gesprekken.get(url.pathname.split('/')[4]);
  if (!g) return socket.destroy();
  const accept = createHash('sha1').update(`${req.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  let mark = url.searchParams.get('watermark');
  const push = () => {
    const set = after(g, mark);
    mark = set.watermark;
    if (set.activities.length > 0) socket.write(frame(JSON.stringify(set)));
  };
  g.listeners.add(push);
  socket.on('data', () => undefined).on('error', () => undefined).on('close', () => g.listeners.delete(push));
  push();
}

function frame(text) {
  const data = Buffer.from(text);
  const head = data.length < 126 ? Buffer.from([0x81, data.length]) : Buffer.from([0x81, 126, data.length >> 8, data.length & 255]);
  return Buffer.concat([head, data]);
}

async function file(path, res) {
  const clean = normalize(path).replace(/^(\.\.[/\\])+/, '');
  const target = clean === '/klacht' ? join(root, 'klacht.html') : clean.startsWith('/proef/') ? join(pages, clean.slice(7)) : join(root, clean);
  try {
    send(res, 200, await readFile(target), TYPES[extname(target)] ?? 'application/octet-stream');
  } catch {
    send(res, 404, { error: { code: 'NotFound', message: '' } });
  }
}

function send(res, status, body, type = 'application/json') {
  const raw = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  res.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...(type.startsWith('text/html') ? { 'Content-Security-Policy': CSP } : {}) }).end(raw);
}

const listen = (p) => server.listen(p, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
let last = port;
server.on('listening', () => { last = server.address().port; });
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'stop') { server.close(() => console.log('stopped')); for (const s of sockets) s.destroy(); }
  if (line === 'start') listen(last);
}).on('close', () => { if (!process.argv.includes('--daemon')) process.exit(); });
listen(port);
