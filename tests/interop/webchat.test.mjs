// A whole complaint in Web Chat, typed and clicked as a resident would, up to the document.
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SECRET, startBot } from './lib/bot.mjs';
import { openSite } from './lib/page.mjs';

const SAID = {
  verhaal: 'Ik heb drie keer gebeld over mijn kapotte riool. Niemand belde terug.',
  gemeente: 'Utrecht',
  uitvoerder: 'Voor de gemeente',
  procedure: 'Nee, geen van beide',
  'klacht[1].soort': 'Hoe ik ben behandeld',
  wens: '3',
  'gegevens.naam': 'Sam Voorbeeld',
  'gegevens.adres': 'Proefstraat 1, 3511 AB Utrecht',
  'gegevens.email': 'sam@voorbeeld.example',
  ondertekening: 'Sam Voorbeeld',
  versturen: 'Ja, verstuur mijn klacht',
};
const MOST_TURNS = 60;

let bot, site;
before(async () => {
  site = await openSite();
  bot = await startBot({ 'DirectLine:Herkomsten:0': site.origin });
});
after(async () => { await site?.close(); await bot?.stop(); });

async function openChat(webSocket) {
  const { page, noted } = await site.open('/webchat', bot.base);
  const generated = await fetch(`${bot.base}/v3/directline/tokens/generate`, { method: 'POST', headers: { authorization: `Bearer ${SECRET}` } });
  const { token } = await generated.json();
  await page.evaluate(given => {
    window.seen = []; window.done = [];
    const store = window.WebChat.createStore({}, () => next => action => {
      window.done.push(action.type);
      if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') window.seen.push(action.payload.activity);
      return next(action);
    });
    window.WebChat.renderWebChat({
      directLine: window.WebChat.createDirectLine({ domain: given.domain, token: given.token, webSocket: given.webSocket, pollingInterval: 300 }),
      store, locale: 'nl-NL',
    }, document.getElementById('chat'));
  }, { domain: `${bot.base}/v3/directline`, token, webSocket });
  return { page, noted, token };
}

/** What the newest message asks; the outcome when the conversation is over. */
const standing = page => page.evaluate(() => {
  const last = window.seen.filter(one => one.from?.role === 'bot').map(one => ({ id: one.id, ...one.channelData?.klachthulp })).filter(data => data.vraag || data.uitkomst).at(-1);
  return last ? { id: last.id, vraag: last.vraag, soort: last.soort, opties: last.opties?.map(one => one.titel), verplicht: last.verplicht, uitkomst: last.uitkomst } : null;
});

function answer({ vraag, soort, opties, verplicht }) {
  if (SAID[vraag]) return SAID[vraag];
  if (soort === 'jaNee') return 'Nee';
  if (!verplicht) return 'sla over';
  assert.ok(opties, `Nothing is said at '${vraag}'.`);
  return opties[0];
}

async function give(page, words) {
  const button = page.locator('.webchat__suggested-actions').getByRole('button', { name: words, exact: true });
  if (await button.count() > 0) return button.first().click();
  const box = page.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(words);
  await box.press('Enter');
  return undefined;
}

/** Answers until there is an outcome. */
async function tell(page) {
  for (let turns = 0, before = null; turns < MOST_TURNS; turns++) {
    await page.waitForFunction(old => window.seen.some(one => one.from?.role === 'bot' && one.id > (old ?? '') && (one.channelData?.klachthulp?.vraag || one.channelData?.klachthulp?.uitkomst)),
      before, { timeout: 15_000 });
    const now = await standing(page);
    if (now.uitkomst) return now.uitkomst;
    before = now.id;
    await give(page, answer(now));
  }
  throw new Error('The conversation does not end.');
}

test('a whole complaint in Web Chat ends with the form sent and its document', async () => {
  const { page, noted, token } = await openChat(true);

  const outcome = await tell(page);
  if (process.env.SHOTS) { await mkdir(process.env.SHOTS, { recursive: true }); await page.screenshot({ path: join(process.env.SHOTS, 'webchat-einde.png') }); }

  assert.equal(outcome.formulier, 'klacht');
  assert.match(outcome.kenmerk, /^KH-/);
  assert.ok(outcome.ontvangstbewijs, 'the form was sent');
  assert.ok(await page.getByText(outcome.titel).count() > 0);
  const done = await page.evaluate(() => window.done);
  assert.ok(done.includes('DIRECT_LINE/POST_ACTIVITY_FULFILLED'));
  assert.ok(!done.some(type => /POST_ACTIVITY_(REJECTED|IMPEDED)/.test(type)), 'no message failed');
  assert.deepEqual(noted, { errors: [], strangers: [] });

  const pdf = outcome.documenten.find(one => one.soort === 'application/pdf');
  const file = await fetch(pdf.url, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(Buffer.from(await file.arrayBuffer()).subarray(0, 5).toString(), '%PDF-');
  const [delivery] = await delivered();
  assert.match(await readFile(join(bot.folder, 'afleveringen', delivery, 'klacht.json'), 'utf8'), /kapotte riool/);
  await page.close();
});

test('Web Chat that polls shows each message once and none as failed', async () => {
  const { page } = await openChat(false);
  await page.waitForFunction(() => window.seen.some(one => one.channelData?.klachthulp?.vraag));

  await give(page, 'Niemand belde mij terug.');
  await page.waitForFunction(() => window.seen.filter(one => one.channelData?.klachthulp?.vraag).length === 2, null, { timeout: 15_000 });

  assert.equal(await page.locator('.webchat__bubble--from-user').filter({ hasText: 'Niemand belde mij terug.' }).count(), 1);
  assert.equal(await page.getByText('Verzenden mislukt').count(), 0);
  await page.close();
});

/** The service brings a form away after the turn that sent it. */
async function delivered() {
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = (await readdir(join(bot.folder, 'afleveringen')).catch(() => [])).filter(name => name.startsWith('KH-'));
    if (found.length > 0) return found;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error('The form was not delivered.');
}
