/** Slow 4G as the developer tools of Chromium have it. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const CPU = 6;
/** Milliseconds without a long task after which the page counts as quiet. */
const QUIET = 2000;

const WATCH = `
  window.tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => ({ start: e.startTime, end: e.startTime + e.duration })))).observe({ type: 'longtask', buffered: true });
`;

/** A phone with a throttled processor; with a slow network too when asked. */
export async function open(browser, { slow = true } = {}) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: 'nl-NL' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.addInitScript(WATCH);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  if (slow) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  }
  return { context, page };
}

/**
 * Loads a page into an empty cache.
 * Time to interactive: the field is there, and the last long task before two seconds of quiet is over.
 */
export async function firstLoad(browser, { url, ready }) {
  const { context, page } = await open(browser);
  let bytes = 0;
  page.on('requestfinished', async (request) => {
    if (!/\.(js|css)$/.test(new URL(request.url()).pathname)) return;
    const { responseBodySize } = await request.sizes().catch(() => ({ responseBodySize: 0 }));
    bytes += responseBodySize;
  });
  await page.goto(url, { timeout: 120_000 });
  await page.locator(ready).first().waitFor({ timeout: 120_000 });
  const seen = await page.evaluate(() => performance.now());
  await page.waitForFunction((quiet) => performance.now() - Math.max(0, ...tasks.map((t) => t.end)) > quiet, QUIET, { timeout: 120_000 });
  const tasks = await page.evaluate(() => window.tasks);
  await context.close();
  return { bytes, tti: Math.max(seen, ...tasks.map((t) => t.end)), blocked: tasks.reduce((sum, t) => sum + Math.max(0, t.end - t.start - 50), 0) };
}
