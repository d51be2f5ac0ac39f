// A channel of the Bot Framework on this machine: it publishes keys, signs tokens, hands out tokens to bots and takes their replies.
import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

export const APP_ID = '00000000-0000-0000-0000-0000000000b1';
export const ISSUER = 'https://api.botframework.com';

const encode = value => Buffer.from(JSON.stringify(value)).toString('base64url');

export class Key {
  constructor(endorsements) {
    this.kid = randomUUID();
    this.endorsements = endorsements;
    Object.assign(this, generateKeyPairSync('rsa', { modulusLength: 2048 }));
  }

  published() {
    return { ...this.publicKey.export({ format: 'jwk' }), kid: this.kid, use: 'sig', ...(this.endorsements && { endorsements: this.endorsements }) };
  }

  /** @param header Replaces members of the header. */
  sign(claims, header = {}) {
    const head = { typ: 'JWT', alg: 'RS256', kid: this.kid, ...header };
    const unsigned = `${encode(head)}.${encode(claims)}`;
    if (head.alg === 'none') return `${unsigned}.`;
    if (head.alg === 'HS256') return `${unsigned}.${createHmac('sha256', this.publicKey.export({ type: 'spki', format: 'pem' })).update(unsigned).digest('base64url')}`;
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(this.privateKey, 'base64url')}`;
  }
}

export async function startChannel() {
  const keys = [];
  const calls = [];
  const statuses = [];
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const send = (status, body, headers = {}) => { response.writeHead(status, { 'content-type': 'application/json', ...headers }); response.end(JSON.stringify(body)); };
    if (request.url === '/openid') return send(200, { issuer: ISSUER, authorization_endpoint: 'https://invalid.example', jwks_uri: `${address()}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
    if (request.url === '/keys') return send(200, { keys: keys.map(key => key.published()) });
    if (request.url === '/token') return send(200, { token_type: 'Bearer', expires_in: 3600, access_token: 'van-het-kanaal' });
    calls.push({ method: request.method, path: decodeURIComponent(request.url), authorization: request.headers.authorization, activity: JSON.parse(Buffer.concat(parts).toString() || 'null') });
    const status = statuses.shift() ?? 201;
    return send(status, status < 300 ? { id: `c${calls.length}` } : { error: { code: 'Throttled', message: 'later' } }, status === 429 ? { 'retry-after': '1' } : {});
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = () => `http://127.0.0.1:${server.address().port}`;
  return { address: address(), keys, calls, statuses, close() { server.close(); server.closeAllConnections(); } };
}
