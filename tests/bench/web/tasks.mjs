import { chromium } from 'playwright-core';
import { open } from './load.mjs';
import { startBot, startPages } from './servers.mjs';
const pages = await startPages(); const bot = await startBot(pages.origin);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
for (let i = 0; i < 4; i++) {
  const { context, page } = await open(browser);
  await page.goto(`${bot.origin}/klacht`, { timeout: 120000 });
  await page.locator('klacht-chat textarea').first().waitFor();
  const seen = await page.evaluate(() => performance.now());
  await page.waitForTimeout(4500);
  console.log(Math.round(seen), JSON.stringify(await page.evaluate(() => ({ t: tasks.map((t) => [Math.round(t.start), Math.round(t.end - t.start)]), r: performance.getEntriesByType('resource').map((r) => [r.name.replace(/.*\//, ''), Math.round(r.startTime), Math.round(r.responseEnd), r.transferSize]), nav: Math.round(performance.getEntriesByType('navigation')[0].responseEnd), fcp: performance.getEntriesByType('paint').map((p) => Math.round(p.startTime)) }))));
  await context.close();
}
await browser.close(); bot.stop(); pages.stop();
