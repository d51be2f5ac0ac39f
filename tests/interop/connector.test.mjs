// The Bot Builder SDK for JavaScript: its client against our endpoint, and its judgement of tokens beside ours.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { startBot } from './lib/bot.mjs';
import { APP_ID, ISSUER, Key, startChannel } from './lib/channel.mjs';

const require = createRequire(import.meta.url);
const { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } = require('botframework-connector');

let channel, open, guarded, sdk, good, other, bare;
before(async () => {
  channel = await startChannel();
  [good, other, bare] = [new Key(['msteams']), new Key(['webchat']), new Key(null)];
  channel.keys.push(good, other, bare);
  open = await startBot();
  guarded = await startBot({ 'Bot:AppId': APP_ID, 'Bot:AppGeheim': 'geheim', 'Bot:Metadata': `${channel.address}/openid`, 'Bot:TokenAdres': `${channel.address}/token`, 'Bot:MetadataSeconden': '1' });
  sdk = BotFrameworkAuthenticationFactory.create('', true, 'https://login.microsoftonline.com/botframework.com', ISSUER, ISSUER, ISSUER,
    `${channel.address}/openid`, `${channel.address}/openid`, 'urn:botframework:azure', new PasswordServiceClientCredentialFactory(APP_ID, 'geheim'), new AuthenticationConfiguration());
});
after(async () => { await open?.stop(); await guarded?.stop(); channel?.close(); });

const now = () => Math.floor(Date.now() / 1000);
const claims = changes => ({ iss: ISSUER, aud: APP_ID, nbf: now() - 60, exp: now() + 3600, serviceurl: channel.address, ...changes });
const activity = changes => ({
  type: 'message', id: randomUUID(), channelId: 'msteams', serviceUrl: channel.address, text: 'Niemand belde mij terug.', locale: 'nl-NL',
  from: { id: '29:proef', name: 'Proef' }, recipient: { id: `28:${APP_ID}`, name: 'Bot' }, conversation: { id: `a:${randomUUID()}`, conversationType: 'personal' }, ...changes,
});
const post = (bot, body, token) => fetch(`${bot.base}/api/messages`, {
  method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: token }) }, body: JSON.stringify(body),
});
const sent = conversation => channel.calls.filter(call => call.path.includes(conversation));
const asked = said => sent(said.conversation.id).some(call => call.activity.inputHint === 'expectingInput');

async function until(read, what) {
  for (let attempt = 0; attempt < 150; attempt++) {
    const found = await read();
    if (found) return found;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`Waited in vain for ${what}.`);
}

test('the Bot Builder client gets the replies it expects', async () => {
  const client = BotFrameworkAuthenticationFactory.create('', false, undefined, undefined, undefined, undefined, undefined, undefined, undefined,
    new PasswordServiceClientCredentialFactory('', ''), new AuthenticationConfiguration()).createBotFrameworkClient();
  const question = activity({ deliveryMode: 'expectReplies' });

  const response = await client.postActivity('', '', `${open.base}/api/messages`, channel.address, question.conversation.id, question);

  assert.equal(response.status, 200);
  assert.ok(response.body.activities.some(one => one.type === 'message' && one.replyToId === question.id && one.recipient.id === '29:proef'));
  assert.equal(sent(question.conversation.id).length, 0);
});

test('replies go to the channel with the token of the bot, in order, also when the channel first asks to wait', async () => {
  const question = activity();
  channel.statuses.push(429);

  assert.ok((await post(guarded, question, `Bearer ${good.sign(claims())}`)).ok);

  await until(() => asked(question), 'the question');
  const calls = sent(question.conversation.id);
  assert.ok(calls.every(call => call.method === 'POST' && call.authorization === 'Bearer van-het-kanaal' && call.activity.from.id === `28:${APP_ID}`));
  assert.equal(calls[0].activity.text, calls[1].activity.text, 'the refused one is sent again');
  assert.ok(calls.every(call => call.activity.channelData === undefined), 'on Teams channelData is the language of Teams');
  assert.equal(new Set(calls.slice(1).map(call => call.activity.text)).size, calls.length - 1);
});

test('an activity that is delivered a hundred times is answered once', async () => {
  const question = activity();
  const token = `Bearer ${good.sign(claims())}`;

  const answers = await Promise.all(Array.from({ length: 100 }, () => post(guarded, question, token)));
  await until(() => asked(question), 'the question');
  const once = activity();
  await post(guarded, once, token);
  await until(() => asked(once), 'the question');

  assert.ok(answers.every(answer => answer.ok));
  assert.equal(sent(question.conversation.id).length, sent(once.conversation.id).length);
});

// Beside each: what the SDK says of the same request. It is looser than we are in three places, which its authors know.
const JUDGED = [
  ['a token as it should be', 'accepts', true, () => good.sign(claims())],
  ['no token', 'refuses', false, () => null],
  ['another issuer', 'refuses', false, () => good.sign(claims({ iss: 'https://kwaad.example' }))],
  ['another audience', 'refuses', false, () => good.sign(claims({ aud: randomUUID() }))],
  ['expired', 'refuses', false, () => good.sign(claims({ nbf: now() - 7200, exp: now() - 3600 }))],
  ['expired two minutes ago, within the skew', 'accepts', true, () => good.sign(claims({ nbf: now() - 3600, exp: now() - 120 }))],
  ['without expiry', 'accepts', false, () => good.sign(claims({ exp: undefined }))],
  ['not valid yet', 'refuses', false, () => good.sign(claims({ nbf: now() + 3600, exp: now() + 7200 }))],
  ['alg none', 'refuses', false, () => good.sign(claims(), { alg: 'none' })],
  ['HS256 with the public key', 'refuses', false, () => good.sign(claims(), { alg: 'HS256' })],
  ['unknown key', 'refuses', false, () => new Key(['msteams']).sign(claims())],
  ['another key under a known id', 'refuses', false, () => new Key(['msteams']).sign(claims(), { kid: good.kid })],
  ['a key endorsed for another channel', 'refuses', false, () => other.sign(claims())],
  ['a key without endorsements', 'accepts', false, () => bare.sign(claims())],
  ['another serviceUrl', 'refuses', false, () => good.sign(claims({ serviceurl: 'https://smba.trafficmanager.net/emea/' }))],
  ['no serviceUrl', 'refuses', false, () => good.sign(claims({ serviceurl: undefined }))],
];

for (const [name, verdict, ours, make] of JUDGED) {
  test(`${name}: the SDK ${verdict}, we ${ours ? 'accept' : 'refuse'}`, async () => {
    const typing = activity({ type: 'typing', text: undefined });
    const token = make();
    const header = token ? `Bearer ${token}` : '';

    const theirs = await sdk.authenticateRequest(typing, header).then(() => 'accepts', () => 'refuses');
    const { status } = await post(guarded, typing, header);

    assert.equal(theirs, verdict);
    assert.ok(ours ? status === 200 : status === 401 || status === 403, `status ${status}`);
  });
}

test('a key that is published later is taken without a restart', async () => {
  const later = new Key(['msteams']);
  channel.keys.push(later);

  await until(async () => (await post(guarded, activity({ type: 'typing', text: undefined }), `Bearer ${later.sign(claims())}`)).ok, 'the new key');
});
