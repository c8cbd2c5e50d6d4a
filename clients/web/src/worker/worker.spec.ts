import { type Release, type Scope, serve } from './worker';

const PAGE = `<script src="main-AAAAAAAA.js" nonce="f00f00"></script>`;
const POLICY = "script-src 'nonce-f00f00' 'strict-dynamic'; style-src 'nonce-f00f00'";
const RELEASE: Release = { version: 'one', entry: 'main-AAAAAAAA.js', files: ['/main-AAAAAAAA.js', '/favicon.svg'] };

/** Caches that are there for a test. */
class Kept {
  readonly all = new Map<string, Map<string, Response>>();
  readonly keys = () => Promise.resolve([...this.all.keys()]);
  readonly delete = (name: string) => Promise.resolve(this.all.delete(name));
  readonly match = (path: string) =>
    Promise.resolve(
      [...this.all.values()]
        .map((cache) => cache.get(path))
        .find(Boolean)
        ?.clone(),
    );
  readonly open = (name: string) => {
    const cache = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, cache);
    return Promise.resolve({
      match: (path: string) => Promise.resolve(cache.get(path)?.clone()),
      put: (path: string, answer: Response) => Promise.resolve(void cache.set(path, answer)),
    });
  };
}

/** A browser with a worker in it. */
class Browser {
  readonly kept = new Kept();
  readonly fetched: string[] = [];
  isOnline = true;
  page = PAGE;
  private readonly listeners = new Map<string, (event: unknown) => void>();
  private ids = 0;

  private readonly scope = {
    location: { origin: 'https://tall.example' },
    caches: this.kept,
    crypto: { randomUUID: () => `fresh-${String((this.ids += 1))}` },
    clients: { claim: () => Promise.resolve() },
    skipWaiting: vi.fn(() => Promise.resolve()),
    addEventListener: (type: string, hear: (event: unknown) => void) => this.listeners.set(type, hear),
    fetch: (asked: string | { url: string }) => {
      const path = typeof asked === 'string' ? asked : new URL(asked.url).pathname;
      this.fetched.push(path);
      if (!this.isOnline) return Promise.reject(new TypeError('no connection'));
      const headers = { 'content-security-policy': POLICY };
      return Promise.resolve(path === '/' ? new Response(this.page, { headers }) : new Response(`content of ${path}`));
    },
  };
  readonly skipWaiting = this.scope.skipWaiting;
  /** Whether it finds by itself what needs no worker. */
  canRoute = false;
  readonly addRoutes = vi.fn<(ways: readonly { readonly source: unknown }[]) => Promise<void>>(() => Promise.resolve());

  run(release: Release): this {
    serve(this.scope as unknown as Scope, release);
    return this;
  }

  async happen(type: string, data?: unknown): Promise<void> {
    let work: Promise<unknown> = Promise.resolve();
    const waitUntil = (promise: Promise<unknown>) => (work = promise);
    this.listeners.get(type)?.({ data, waitUntil, ...(this.canRoute && { addRoutes: this.addRoutes }) });
    await work;
  }

  ask(path: string, how: { method?: string; mode?: string; range?: string } = {}): Promise<Response> | undefined {
    let answer: Promise<Response> | undefined;
    const url = new URL(path, 'https://tall.example').href;
    const headers = new Headers(how.range === undefined ? {} : { range: how.range });
    const request = { url, method: 'GET', mode: 'cors', ...how, headers };
    this.listeners.get('fetch')?.({ request, respondWith: (given: Promise<Response>) => (answer = given) });
    return answer;
  }
}

const navigation = { mode: 'navigate' };

describe('the service worker', () => {
  it('leaves calls to the network and files to its cache, where the browser finds them by itself', async () => {
    const browser = new Browser().run(RELEASE);
    browser.canRoute = true;
    await browser.happen('install');
    const [ways = []] = browser.addRoutes.mock.calls[0] ?? [];
    expect(ways.map(({ source }) => source)).toEqual([
      'network',
      { cacheName: 'tall-client-one' },
      { cacheName: 'tall-client-one' },
    ]);
    expect(browser.kept.all.get('tall-client-one')?.has('/main-AAAAAAAA.js')).toBe(true);
  });

  it('answers every page and file of its release without a connection', async () => {
    const browser = new Browser().run(RELEASE);
    await browser.happen('install');
    browser.isOnline = false;
    for (const path of ['/', '/cards', '/cards/t/sessions/s?from=lobby']) {
      expect(await (await browser.ask(path, navigation))?.text(), path).toContain('main-AAAAAAAA.js');
    }
    expect(await (await browser.ask('/main-AAAAAAAA.js'))?.text()).toBe('content of /main-AAAAAAAA.js');
  });

  it('gives each page a nonce of its own, in its policy and in its text', async () => {
    const browser = new Browser().run(RELEASE);
    await browser.happen('install');
    const nonces = [];
    for (const page of [await browser.ask('/', navigation), await browser.ask('/', navigation)]) {
      const policy = page?.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /script-src 'nonce-([^']+)'/.exec(policy) ?? [];
      expect(policy).toContain(`style-src 'nonce-${nonce}'`);
      expect(await page?.text()).toContain(`nonce="${nonce}"`);
      nonces.push(nonce);
    }
    expect(new Set(['f00f00', ...nonces]).size).toBe(3);
  });

  it('lets by what is no file of the client', async () => {
    const browser = new Browser().run(RELEASE);
    await browser.happen('install');
    expect(browser.ask('/api/v2/thematic-cards/topics')).toBeUndefined();
    expect(browser.ask('/api/v2/pii/exports/x', navigation)).toBeUndefined();
    expect(browser.ask('/media/words/brood.opus', navigation)).toBeUndefined();
    expect(browser.ask('/cards', { method: 'POST' })).toBeUndefined();
    expect(browser.ask('https://elsewhere.example/main-AAAAAAAA.js')).toBeUndefined();
    expect(browser.ask('/other-BBBBBBBB.js')).toBeUndefined();
  });

  it('plays the recordings that a page has kept, whole and in parts, and asks for the others', async () => {
    const browser = new Browser().run(RELEASE);
    const sounds = await browser.kept.open('tall.sounds.somebody');
    await sounds.put('/media/audio/abc.mp3', new Response('0123456789', { headers: { 'content-type': 'audio/mpeg' } }));
    browser.isOnline = false;
    expect(await (await browser.ask('/media/audio/abc.mp3'))?.text()).toBe('0123456789');
    const part = await browser.ask('/media/audio/abc.mp3', { range: 'bytes=2-4' });
    expect([part?.status, part?.headers.get('content-range'), await part?.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234',
    ]);
    const rest = await browser.ask('/media/audio/abc.mp3', { range: 'bytes=8-' });
    expect(await rest?.text()).toBe('89');
    expect((await browser.ask('/media/audio/abc.mp3', { range: 'bytes=10-' }))?.status).toBe(416);
    await expect(browser.ask('/media/audio/def.mp3')).rejects.toThrow('no connection');
  });

  it('installs nothing when the page is of another release', async () => {
    const browser = new Browser().run(RELEASE);
    browser.page = PAGE.replace('AAAAAAAA', 'BBBBBBBB');
    await expect(browser.happen('install')).rejects.toThrow('another release');
  });

  it('fetches of a newer release what has changed, and keeps the one before', async () => {
    const browser = new Browser().run(RELEASE);
    await browser.happen('install');
    await browser.happen('activate');
    browser.fetched.length = 0;
    browser.run({ ...RELEASE, version: 'two', files: [...RELEASE.files, '/chunk-CCCCCCCC.js'] });
    await browser.happen('install');
    expect(browser.fetched.sort()).toEqual(['/', '/chunk-CCCCCCCC.js', '/favicon.svg']);
    await browser.happen('activate');
    expect([...browser.kept.all.keys()]).toEqual(['tall-client-one', 'tall-client-two']);

    browser.run({ ...RELEASE, version: 'three' });
    await browser.happen('install');
    await browser.happen('activate');
    expect([...browser.kept.all.keys()]).toEqual(['tall-client-two', 'tall-client-three']);
  });

  it('takes over when it is told to, and not before', async () => {
    const browser = new Browser().run(RELEASE);
    await browser.happen('install');
    await browser.happen('message', 'something else');
    expect(browser.skipWaiting).not.toHaveBeenCalled();
    await browser.happen('message', 'take-over');
    expect(browser.skipWaiting).toHaveBeenCalledTimes(1);
  });
});
