// Compares the web client with botframework-webchat (minimal) against the same running service, in the same run, in the Chromium of the system.
//   dotnet build bot -c Release && cd tests/bench/web && npm ci --ignore-scripts --legacy-peer-deps && npm run bench
// BOT: the built service; CHROMIUM: the browser; RUNS: how often each is loaded (5). Other work on the machine changes the numbers: look at the ratios.
import { chromium } from 'playwright-core';
import { answerTimes, longTranscript } from './interaction.mjs';
import { firstLoad } from './load.mjs';
import { startBot, startPages } from './servers.mjs';

const runs = Number(process.env.RUNS ?? 5);
const pages = await startPages();
const bot = await startBot(pages.origin);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
try {
  const ours = { name: 'klacht-chat', url: `${bot.origin}/klacht`, ready: 'klacht-chat textarea' };
  const theirs = { name: 'botframework-webchat minimal', url: `${pages.origin}/?bot=${encodeURIComponent(bot.origin)}`, ready: '.webchat__send-box-text-box__input' };
  const loads = { [ours.name]: [], [theirs.name]: [] };
  for (let i = 0; i < runs; i++) for (const page of [ours, theirs]) loads[page.name].push(await firstLoad(browser, page));
  for (const [name, all] of Object.entries(loads)) print(name, { 'first load, bytes': median(all.map((l) => l.bytes)), 'time to interactive, ms': median(all.map((l) => l.tti)), 'main thread blocked, ms': median(all.map((l) => l.blocked)) });
  const ratio = median(loads[ours.name].map((l) => l.tti)) / median(loads[theirs.name].map((l) => l.tti));
  print('ratio of time to interactive', { value: ratio.toFixed(3), 'at most': 0.2 });
  print('answers at CPU 6x', await answerTimes(browser, ours));
  print('transcript of 200 turns at CPU 6x', await longTranscript(browser, bot.origin));
} finally {
  await browser.close();
  bot.stop();
  pages.stop();
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] * 1000) / 1000;
}

function print(name, values) {
  console.log(name);
  for (const [label, value] of Object.entries(values)) console.log(`  ${label.padEnd(34)} ${value}`);
}
