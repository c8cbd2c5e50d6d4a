/**
 * What answers for the client when there is no connection: its page and its files, of one release, as they were installed
 * together; and the recordings that a page has kept. Calls of the API and downloads pass by it untouched.
 *
 * One file without imports: `scripts/worker.mjs` takes its types out and calls {@link serve} at its end.
 */

/** What belongs together. */
export interface Release {
  /** Another one for each content. */
  readonly version: string;
  /** Paths of all files but the page, `/main-4F2B8A1C.js`. */
  readonly files: readonly string[];
  /** The file that the page begins with: a page that does not name it is of another release. */
  readonly entry: string;
}

/** What is used of `ServiceWorkerGlobalScope`, whose types do not go together with those of a page. */
export interface Scope {
  readonly location: { readonly origin: string };
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'match'>;
  readonly crypto: Pick<Crypto, 'randomUUID'>;
  readonly clients: { claim(): Promise<void> };
  fetch(address: string | Request, how?: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install', hear: (event: Installing) => void): void;
  addEventListener(type: 'activate', hear: (event: Lasting) => void): void;
  addEventListener(type: 'message', hear: (event: Lasting & { readonly data: unknown }) => void): void;
  addEventListener(type: 'fetch', hear: (event: Asked) => void): void;
}

export interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

/** Where a browser takes an answer from, by itself (Service Worker Static Routing API). Not every browser can. */
export interface Installing extends Lasting {
  addRoutes?(routes: readonly Way[]): Promise<void>;
}

interface Way {
  readonly condition: { readonly urlPattern: string; readonly requestMethod?: string };
  readonly source: 'network' | { readonly cacheName: string };
}

export interface Asked {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const CACHES = 'tall-client-';
const PAGE = '/';
/** Not pages of the client, whatever asks for them. */
const ELSEWHERE = /^\/(api|internal|media)(\/|$)|\.[a-z0-9]+$/i;

/** Named after their bytes: what is kept is right. */
const SOUNDS = '/media/audio/';

export function serve(scope: Scope, release: Release): void {
  const mine = CACHES + release.version;
  const files = new Set(release.files);
  // Neither waits for the worker to be woken: calls pass it by, and files lie where it would look for them.
  const ways: Way[] = [
    { condition: { urlPattern: '/api/*' }, source: 'network' },
    { condition: { urlPattern: '/*.js', requestMethod: 'GET' }, source: { cacheName: mine } },
    { condition: { urlPattern: '/*.css', requestMethod: 'GET' }, source: { cacheName: mine } },
  ];

  scope.addEventListener('install', (event) => {
    event.waitUntil(install());
    // A browser that refuses them has the worker answer.
    void event.addRoutes?.(ways).catch(() => undefined);
  });
  scope.addEventListener('activate', (event) => event.waitUntil(activate()));
  scope.addEventListener('message', (event) => {
    if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
  });
  scope.addEventListener('fetch', (event) => {
    const { origin, pathname } = new URL(event.request.url);
    if (event.request.method !== 'GET' || origin !== scope.location.origin) return;
    if (event.request.mode === 'navigate' && !ELSEWHERE.test(pathname)) event.respondWith(page());
    else if (files.has(pathname)) event.respondWith(file(pathname));
    else if (pathname.startsWith(SOUNDS)) event.respondWith(sound(event.request));
  });

  /** All or nothing: what is not complete is not installed, and is tried again at the next visit. */
  async function install(): Promise<void> {
    const cache = await scope.caches.open(mine);
    const page = await fetched(PAGE, 'no-store');
    if (!(await page.clone().text()).includes(release.entry)) throw new Error('the page is of another release');
    await Promise.all(release.files.map(async (path) => cache.put(path, await unchanged(path))));
    await cache.put(PAGE, page);
  }

  /** A file whose name says its content is taken over from the release before. */
  async function unchanged(path: string): Promise<Response> {
    const isNamedByContent = /-[\w-]{8}\.(js|css)$/.test(path);
    const kept = isNamedByContent ? await scope.caches.match(path) : undefined;
    return kept ?? fetched(path, 'no-cache');
  }

  async function fetched(path: string, cache: RequestCache): Promise<Response> {
    const answer = await scope.fetch(path, { cache, credentials: 'omit' });
    if (!answer.ok) throw new Error(`${path} is not there`);
    return answer;
  }

  /** The release before stays until the next: another tab may still be in the middle of it. */
  async function activate(): Promise<void> {
    const others = (await scope.caches.keys()).filter((name) => name.startsWith(CACHES) && name !== mine);
    await Promise.all(others.slice(0, -1).map((name) => scope.caches.delete(name)));
    await scope.clients.claim();
  }

  /** The page, each time with a nonce of its own in its policy and its text, as the gateway does. */
  async function page(): Promise<Response> {
    const kept = await (await scope.caches.open(mine)).match(PAGE);
    if (!kept) return scope.fetch(PAGE, { cache: 'no-store' });
    const headers = new Headers(kept.headers);
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    let text = await kept.text();
    if (nonce) {
      const fresh = scope.crypto.randomUUID().replaceAll('-', '');
      text = text.replaceAll(nonce, fresh);
      headers.set('content-security-policy', policy.replaceAll(nonce, fresh));
    }
    // Of the answer as it was sent, not of this one.
    for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
    return new Response(text, { headers });
  }

  async function file(path: string): Promise<Response> {
    const kept = await (await scope.caches.open(mine)).match(path);
    return kept ?? scope.fetch(path);
  }
  async function sound(request: Request): Promise<Response> {
    const kept = await scope.caches.match(new URL(request.url).pathname);
    return kept ? part(kept, request.headers.get('range')) : scope.fetch(request);
  }
}

/** A player asks for a part, `bytes=0-`, and takes no whole for it. */
async function part(whole: Response, range: string | null): Promise<Response> {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined) return whole;
  const bytes = await whole.arrayBuffer();
  const start = Number(first);
  const end = Math.min(last ? Number(last) : Infinity, bytes.byteLength - 1);
  if (start > end)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes.byteLength}` } });
  const headers = {
    'content-type': whole.headers.get('content-type') ?? 'audio/mpeg',
    'content-range': `bytes ${start}-${end}/${bytes.byteLength}`,
    'content-length': String(end - start + 1),
  };
  return new Response(bytes.slice(start, end + 1), { status: 206, headers });
}
