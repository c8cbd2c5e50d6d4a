import { expect, test } from '@playwright/test';

const NONCE = /'nonce-([0-9a-f]{32})'/;

test('every page has a nonce of its own, in its policy and in its text', async ({ request }) => {
  const seen = new Set<string>();
  for (const path of ['/', '/log-in', '/cards/some-topic', '/index.html']) {
    const answer = await request.get(path);
    const [, nonce] = NONCE.exec(answer.headers()['content-security-policy'] ?? '') ?? [];
    expect(nonce).toBeDefined();
    const text = await answer.text();
    expect(text).toContain(`ngcspnonce="${nonce ?? ''}"`);
    expect(text).not.toContain('CSP_NONCE');
    expect(answer.headers()['cache-control']).toBe('no-store');
    seen.add(nonce ?? '');
  }
  expect(seen.size).toBe(4);
});

test('files that are named by their content are kept for a year, packed', async ({ request }) => {
  const page = await (await request.get('/')).text();
  const [, script] = /src="(main-[^"]+\.js)"/.exec(page) ?? [];
  const answer = await request.get(`/${script ?? ''}`);
  expect(answer.headers()).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'x-content-type-options': 'nosniff',
  });
});

test('a script of an older version is not a page', async ({ request }) => {
  expect((await request.get('/main-00000000.js')).status()).toBe(404);
});

test('the first visit fetches less than 150 kB', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.route('**/api/v2/**', (route) => route.fulfill({ json: { items: [] } }));
  await page.goto('/log-in');
  await page.locator('input[type=password]').waitFor();
  await page.waitForLoadState('networkidle');
  console.log(`fetched at the first visit: ${String(Math.round(bytes / 100) / 10)} kB`);
  expect(bytes).toBeLessThan(150_000);
});
