/** Slow 4G as the developer tools of Chromium have it. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const CPU = 6;
/** Milliseconds without a long task after which the page counts as quiet. */
const QUIET = 2000;

const WATCH = `
  window.tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => ({ start: e.startTime, end: e.startTime + e.duration })))).observe({ type: 'longtask', buffered: true });
`;

/** What the page says when it is done; by the console, because every question of a driver is itself a long task on a slow processor. */
const DONE = 'klachthulp-bench ';

/** Looks each frame whether the field is there, and then now and then whether the page has come to rest. */
export const watchFor = (ready) => `
  ${WATCH}
  if (window === top && location.protocol === 'http:') {
    const look = () => document.querySelector(${JSON.stringify(ready)})?.getClientRects().length ? requestAnimationFrame(() => rest(performance.now())) : requestAnimationFrame(look);
    const rest = (seen) => {
      const tti = Math.max(seen, ...tasks.map((t) => t.end));
      if (performance.now() - tti < ${QUIET}) return setTimeout(rest, 200, seen);
      console.log(${JSON.stringify(DONE)} + JSON.stringify({ seen, tti, blocked: tasks.reduce((sum, t) => sum + Math.max(0, t.end - t.start - 50), 0) }));
    };
    look();
  }
`;

/** A phone with a throttled processor; with a slow network too when asked. */
export async function open(browser, { slow = true, watch = WATCH } = {}) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: 'nl-NL' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.addInitScript(watch);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  if (slow) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  }
  return { context, page };
}

/**
 * Loads a page into an empty cache.
 * Time to interactive: the field is drawn, and the last long task before two seconds of quiet is over.
 */
export async function firstLoad(browser, { url, ready }) {
  const { context, page } = await open(browser, { watch: watchFor(ready) });
  let bytes = 0;
  page.on('requestfinished', async (request) => {
    if (!/\.(js|css)$/.test(new URL(request.url()).pathname)) return;
    const { responseBodySize } = await request.sizes().catch(() => ({ responseBodySize: 0 }));
    bytes += responseBodySize;
  });
  const done = page.waitForEvent('console', { predicate: (message) => message.text().startsWith(DONE), timeout: 120_000 });
  await page.goto(url, { timeout: 120_000, waitUntil: 'commit' });
  const times = JSON.parse((await done).text().slice(DONE.length));
  await context.close();
  return { bytes, ...times };
}
