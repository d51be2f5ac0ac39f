// The Direct Line client of Microsoft in a browser, on both its ways of listening.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SECRET, startBot } from './lib/bot.mjs';
import { openSite } from './lib/page.mjs';

let bot, site;
before(async () => {
  site = await openSite();
  bot = await startBot({ 'DirectLine:Herkomsten:0': site.origin });
});
after(async () => { await site?.close(); await bot?.stop(); });

const token = async () => {
  const response = await fetch(`${bot.base}/v3/directline/tokens/generate`, { method: 'POST', headers: { authorization: `Bearer ${SECRET}` } });
  assert.equal(response.status, 200);
  return (await response.json()).token;
};

/** Starts a client in the page; what it hears is in window.heard. */
const connect = (page, options) => page.evaluate(given => {
  window.heard = []; window.states = [];
  window.client = new window.DirectLine.DirectLine({ pollingInterval: 300, ...given });
  window.client.connectionStatus$.subscribe(state => window.states.push(state));
  window.client.activity$.subscribe(activity => window.heard.push(activity));
}, { domain: `${bot.base}/v3/directline`, ...options });

const say = (page, activity) => page.evaluate(given => new Promise((resolve, reject) =>
  window.client.postActivity({ type: 'message', from: { id: 'dl_proef' }, ...given }).subscribe(resolve, reject)), activity);

const heard = page => page.evaluate(() => window.heard);
const until = (page, text) => page.waitForFunction(wanted => window.heard.some(one => one.text?.includes(wanted)), text, { timeout: 15_000 });
const asked = (page, count) => page.waitForFunction(wanted => window.heard.filter(one => one.channelData?.klachthulp?.vraag).length >= wanted, count, { timeout: 15_000 });

for (const webSocket of [true, false]) {
  const way = webSocket ? 'a WebSocket' : 'polling';

  test(`over ${way} the bot speaks first, the message comes back once and the answer follows it`, async () => {
    const { page, noted } = await site.open('/directline', bot.base);
    await connect(page, { token: await token(), webSocket });
    await asked(page, 1);

    const id = await say(page, { text: 'Niemand belde mij terug.', channelData: { clientActivityID: `eigen-${webSocket}` } });
    await asked(page, 2);

    const all = await heard(page);
    const mine = all.findIndex(one => one.id === id);
    assert.equal(all[0].from.role, 'bot');
    assert.equal(all[0].replyToId, undefined);
    assert.equal(all.filter(one => one.channelData?.clientActivityID === `eigen-${webSocket}`).length, 1);
    assert.equal(all[mine].from.role, 'user');
    assert.ok(all.slice(mine + 1).every(one => one.from.role === 'bot' && one.replyToId === id));
    assert.deepEqual(all.map(one => one.timestamp), all.map(one => one.timestamp).toSorted());
    assert.equal(new Set(all.map(one => one.timestamp)).size, all.length);
    assert.equal(new Set(all.map(one => one.id)).size, all.length);
    assert.deepEqual(noted, { errors: [], strangers: [] });
    await page.close();
  });

  test(`over ${way} a client that comes back with its watermark hears what it missed and nothing twice`, async () => {
    const { page } = await site.open('/directline', bot.base);
    await connect(page, { token: await token(), webSocket });
    await asked(page, 1);
    const before = await page.evaluate(() => {
      window.client.end();
      return { token: window.client.token, conversationId: window.client.conversationId, watermark: window.client.watermark, ids: window.heard.map(one => one.id) };
    });
    await fetch(`${bot.base}/v3/directline/conversations/${before.conversationId}/activities`, {
      method: 'POST', headers: { authorization: `Bearer ${before.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', from: { id: 'dl_proef' }, text: 'Van een ander scherm.' }),
    });

    await connect(page, { token: before.token, conversationId: before.conversationId, watermark: before.watermark, webSocket });
    await until(page, 'Van een ander scherm.');
    await asked(page, 1);

    assert.ok((await heard(page)).every(one => !before.ids.includes(one.id)));
    await page.close();
  });

  test(`over ${way} a file arrives as a message and the bot says what becomes of it`, async () => {
    const { page } = await site.open('/directline', bot.base);
    await connect(page, { token: await token(), webSocket });
    await asked(page, 1);

    const pdf = Buffer.from('%PDF-1.4 proef').toString('base64');
    const id = await say(page, { attachments: [{ contentType: 'application/pdf', contentUrl: `data:application/pdf;base64,${pdf}`, name: 'brief.pdf' }] });
    await until(page, 'Uw bestand is bewaard.');
    await say(page, { attachments: [{ contentType: 'text/plain', contentUrl: 'data:text/plain;base64,aGFsbG8=', name: 'brief.txt' }] });
    await until(page, 'Dit bestand kunnen wij niet bewaren.');

    const echo = (await heard(page)).find(one => one.id === id);
    assert.deepEqual(echo.attachments, [{ contentType: 'application/pdf', name: 'brief.pdf' }]);
    await page.close();
  });
}

test('two screens on one conversation both hear everything', async () => {
  const [one, other] = await Promise.all([site.open('/directline', bot.base), site.open('/directline', bot.base)]);
  await connect(one.page, { token: await token(), webSocket: true });
  await asked(one.page, 1);
  const shared = await one.page.evaluate(() => ({ token: window.client.token, conversationId: window.client.conversationId }));
  await connect(other.page, { ...shared, webSocket: true });
  await asked(other.page, 1);

  await say(one.page, { text: 'Gezegd op het eerste scherm.' });
  await Promise.all([until(one.page, 'Gezegd op het eerste scherm.'), until(other.page, 'Gezegd op het eerste scherm.')]);
  await Promise.all([asked(one.page, 2), asked(other.page, 2)]);

  assert.deepEqual((await heard(other.page)).map(item => item.id), (await heard(one.page)).map(item => item.id));
  await Promise.all([one.page.close(), other.page.close()]);
});
