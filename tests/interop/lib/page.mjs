// A page of another site in a real browser: the clients of others run there as their users run them, with CORS and all.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SCRIPTS = {
  '/directline.js': '../node_modules/botframework-directlinejs/dist/directline.js',
  '/webchat.js': '../node_modules/botframework-webchat/dist/webchat.js',
};
const HTML = script => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title>
<body><div id="chat" style="height:90vh"></div><script src="${script}"></script></body></html>`;

export async function openSite() {
  const server = createServer(async (request, response) => {
    if (SCRIPTS[request.url]) {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      return response.end(await readFile(fileURLToPath(new URL(SCRIPTS[request.url], import.meta.url))));
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(HTML(request.url === '/webchat' ? '/webchat.js' : '/directline.js'));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  return {
    origin,
    /** @returns the page, with every script error and every request to a third party noted. */
    async open(path, bot) {
      const page = await browser.newPage({ viewport: { width: 480, height: 800 }, locale: 'nl-NL' });
      const noted = { errors: [], strangers: [] };
      page.on('pageerror', error => noted.errors.push(error.message));
      page.on('request', request => {
        if (/^(http|ws)s?:/.test(request.url()) && ![origin, bot].some(known => request.url().startsWith(known))) noted.strangers.push(request.url());
      });
      await page.goto(origin + path);
      return { page, noted };
    },
    async close() { await browser.close(); server.close(); server.closeAllConnections(); },
  };
}
