import { open } from './load.mjs';

const WATCH = `
  window.inputs = [];
  new PerformanceObserver((list) => inputs.push(...list.getEntries().filter((e) => e.interactionId).map((e) => e.duration))).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** The slowest answer of a conversation: from the press to the next frame, as the browser itself measures it. */
export async function answerTimes(browser, { url }) {
  const { context, page } = await open(browser, { slow: false });
  await page.addInitScript(WATCH);
  await page.goto(url);
  await page.locator('[data-active-question]').waitFor();
  await page.getByRole('textbox').fill('De lantaarnpaal in mijn straat is al lang kapot.');
  await answer(page, () => page.getByRole('button', { name: 'Verstuur antwoord' }).click());
  await page.getByRole('textbox').pressSequentially('Rotterdam');
  await answer(page, () => page.getByRole('button', { name: 'Verstuur antwoord' }).click());
  for (const name of ['Dat weet ik niet', 'Voor mijzelf', 'Nee']) await answer(page, () => page.getByRole('button', { name, exact: true }).click());
  const inputs = await page.evaluate(() => window.inputs);
  await context.close();
  return { 'interactions over 16 ms': inputs.length, 'slowest interaction, ms': Math.max(16, ...inputs), 'at most, ms': 200 };
}

async function answer(page, act) {
  const before = await page.locator('[data-active-question]').getAttribute('data-vraag');
  await act();
  await page.locator(`[data-active-question]:not([data-vraag="${before}"])`).waitFor();
}

/** Opens a conversation of two hundred turns, scrolls through it and types. */
export async function longTranscript(browser, origin) {
  const { conversationId, token } = await talk(origin, 100);
  const { context, page } = await open(browser, { slow: false });
  await page.addInitScript(WATCH);
  await page.goto(`${origin}/healthz`);
  await page.evaluate((session) => sessionStorage.setItem(`klachthulp:${origin}::0`, JSON.stringify({ session })), { conversationId, token });
  await page.goto(`${origin}/klacht`);
  await page.locator('[data-active-question]').waitFor();
  const opened = await page.evaluate(() => performance.now());
  const turns = await page.locator('.beurt').count();
  const frames = await page.evaluate(scrollThrough);
  await page.getByRole('textbox').pressSequentially('Rotterdam');
  const inputs = await page.evaluate(() => window.inputs);
  await context.close();
  frames.sort((a, b) => a - b);
  return { turns, 'question on screen after, ms': Math.round(opened), 'frame while scrolling, p95, ms': Math.round(frames[Math.floor(frames.length * 0.95)]), 'slowest key, ms': Math.max(16, ...inputs) };
}

/** Runs in the page: a hundred steps through the transcript, one each frame; gives the time of each frame. */
function scrollThrough() {
  const box = document.querySelector('klacht-chat').shadowRoot.querySelector('.gesprek');
  return new Promise((done) => {
    const frames = [];
    let last = performance.now();
    const step = (now) => {
      frames.push(now - last);
      last = now;
      box.scrollTop = box.scrollHeight * (1 - frames.length / 100);
      if (frames.length < 100) requestAnimationFrame(step);
      else done(frames.slice(1));
    };
    requestAnimationFrame(step);
  });
}

/** Asks for help over and over: each time one turn of the resident and at least one of the service. */
async function talk(origin, times) {
  const post = async (path, token, body) => (await fetch(origin + path, { method: 'POST', headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' }, body })).json();
  const { conversationId, token } = await post('/api/v1/tokens', '', '{}');
  await post('/v3/directline/conversations', token);
  const say = (text) => post(`/v3/directline/conversations/${conversationId}/activities`, token, JSON.stringify({ type: 'message', from: { id: 'bewoner' }, text }));
  await say('De lantaarnpaal in mijn straat is al lang kapot.');
  for (let i = 1; i < times; i++) await say('help');
  return { conversationId, token };
}
