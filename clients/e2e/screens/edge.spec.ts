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

test('it can be installed', async ({ page }) => {
  await page.goto('/log-in');
  const session = await page.context().newCDPSession(page);
  const { errors, url } = { ...(await session.send('Page.getAppManifest')) };
  expect(errors).toEqual([]);
  expect(url).toMatch(/\.webmanifest$/);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A browser of a test keeps nothing, which is the one thing against it.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
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
