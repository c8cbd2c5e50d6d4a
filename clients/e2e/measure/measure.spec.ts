import type { Server } from 'node:http';
import { loadavg } from 'node:os';

import { type Browser, type BrowserContext, type CDPSession, type Page, test } from '@playwright/test';

import { answersFor, PLACES } from '../support/answers';
import { beLoggedIn, lookLike } from '../support/pretend-fleet';
import { serveBuilt } from './built-client';

const PORT = 4870;
const SLOW = 4;
const LONG_MS = 100;
/** The best of so many: a busy machine only ever adds. */
const TIMES = 5;

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly bound: string;
}

/** What the page notes of itself, from its first moment. */
interface Noted {
  firstCard?: number;
  longTasks: number[];
}

let server: Server;
const rows: Row[] = [];

test.describe.configure({ mode: 'serial', timeout: 300_000 });
test.beforeAll(async () => {
  server = await serveBuilt(PORT, answersFor('student'));
});
test.afterAll(() => {
  server.close();
  const [load = 0] = loadavg();
  console.table(Object.fromEntries(rows.map(({ what, measured, bound }) => [what, { measured, bound }])));
  console.log(`load of the machine in the last minute: ${load.toFixed(1)}`);
});

test('bytes of the initial route', async ({ browser }) => {
  for (const [what, path, stands, isStudent] of [
    ['log-in', '/log-in', 'input[type=password]', false],
    ['lobby', '/', '.products', true],
    ['first card', PLACES.sitting, '#answer', true],
  ] as const) {
    const { page, context } = await opened(browser, isStudent, 'block');
    const { standing, later } = await transferred(page, path, stands);
    const measured = `${kilobytes(standing)}, ${kilobytes(later)} with what comes in idle time`;
    rows.push({ what: `bytes, ${what}`, measured, bound: what === 'first card' ? '' : '150.0 kB' });
    await context.close();
  }
});

test('first card', async ({ browser }) => {
  for (const [rate, bound] of [
    [1, ''],
    [SLOW, '2,500 ms'],
  ] as const) {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const { page, context } = await opened(browser, true, 'block');
      times.push(await firstCard(page, rate));
      await context.close();
    }
    rows.push({ what: `first card, cold, CPU 1/${String(rate)}`, measured: milliseconds(times), bound });
  }
  for (const [rate, bound] of [
    [1, '1,000 ms'],
    [SLOW, ''],
  ] as const) {
    const { page, context } = await opened(browser, true, 'allow');
    await page.goto('/');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) times.push(await firstCard(page, rate));
    rows.push({ what: `first card, warm, CPU 1/${String(rate)}`, measured: milliseconds(times), bound });
    await context.close();
  }
});

test('long tasks in a session', async ({ browser }) => {
  for (const rate of [1, SLOW]) {
    const { page, context } = await opened(browser, true, 'block');
    await firstCard(page, rate);
    const before = (await noted(page)).longTasks.length;
    for (const text of ['het brood', 'water', 'завтракать']) {
      await page.locator('#answer').fill(text);
      await page.keyboard.press('Enter');
      await page.locator('tall-verdict').waitFor();
      await page.keyboard.press('Enter');
    }
    await page.locator('#answer, tall-summary').first().waitFor();
    const tasks = (await noted(page)).longTasks.slice(before);
    const longest = tasks.length > 0 ? `, longest ${Math.round(Math.max(...tasks)).toString()} ms` : '';
    const over = tasks.filter((task) => task > LONG_MS).length;
    rows.push({
      what: `tasks over ${LONG_MS.toString()} ms in a session, CPU 1/${String(rate)}`,
      measured: `${over.toString()} of ${tasks.length.toString()} over 50 ms${longest}`,
      bound: rate === 1 ? '0' : '',
    });
    await context.close();
  }
});

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
}

async function opened(browser: Browser, isStudent: boolean, serviceWorkers: 'allow' | 'block'): Promise<Opened> {
  const context = await browser.newContext({ serviceWorkers });
  const page = await context.newPage();
  await lookLike(page, { language: 'ru', theme: 'light' });
  if (isStudent) await beLoggedIn(page, 'student');
  await page.addInitScript(() => {
    const noted: Noted = { longTasks: [] };
    Object.assign(window, { noted });
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) noted.longTasks.push(task.duration);
    }).observe({ type: 'longtask', buffered: true });
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('#answer')) return;
      observer.disconnect();
      requestAnimationFrame(() => (noted.firstCard = performance.now()));
    }).observe(document, { childList: true, subtree: true });
  });
  return { page, context };
}

interface Transferred {
  /** Until the screen stands. */
  readonly standing: number;
  /** Until the wire is quiet. */
  readonly later: number;
}

/** Everything that comes over the wire, answers of the fleet too. */
async function transferred(page: Page, path: string, stands: string): Promise<Transferred> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  await page.goto(path);
  await page.locator(stands).first().waitFor();
  const standing = bytes;
  await page.waitForLoadState('networkidle');
  return { standing, later: bytes };
}

/** From the beginning of the navigation to the picture in which the first card can be answered. */
async function firstCard(page: Page, rate: number): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.goto(PLACES.sitting, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window as unknown as { noted: Noted }).noted.firstCard !== undefined);
  return (await noted(page)).firstCard ?? NaN;
}

function noted(page: Page): Promise<Noted> {
  return page.evaluate(() => (window as unknown as { noted: Noted }).noted);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function milliseconds(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other).map(Math.round);
  const [best = NaN] = sorted;
  const middle = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return `${best.toString()} ms at best, ${middle.toString()} ms in the middle of ${sorted.length.toString()}`;
}
