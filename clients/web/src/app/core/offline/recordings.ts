import { inject, Service } from '@angular/core';

import { Session } from '../session/session';
import { soundsOf } from './device-databases';

/** More than the words of two weeks have; a recording has some ten kilobytes. */
const MOST = 1_000;
const MOST_BYTES = 30_000_000;
/** Fetched at once. */
const AT_ONCE = 4;
/** Public files, named after their bytes (ADR 0021): what was fetched once stays right. */
const KEPT_HERE = '/media/audio/';

/** The recordings that are kept on this device, where the service worker finds them. */
@Service()
export class Recordings {
  private readonly session = inject(Session);

  /** Which of them are here, by address. */
  async kept(): Promise<ReadonlySet<string>> {
    const cache = await this.cache();
    const requests = (await cache?.keys()) ?? [];
    return new Set(requests.map(({ url }) => new URL(url).pathname));
  }

  /** Keeps these and no others, the first first, as far as there is room. One that cannot be had is left out until next time. */
  async keep(urls: readonly string[]): Promise<void> {
    const wanted = new Set(urls.filter((url) => url.startsWith(KEPT_HERE)).slice(0, MOST));
    const cache = await this.cache();
    if (!cache) return;
    for (const url of await this.kept()) if (!wanted.has(url)) await cache.delete(url);
    const here = await this.kept();
    const missing = [...wanted].filter((url) => !here.has(url));
    let bytes = await bytesIn(cache);
    const userId = this.session.userId();
    while (missing.length > 0 && bytes < MOST_BYTES && this.session.userId() === userId) {
      const added = await Promise.all(missing.splice(0, AT_ONCE).map((url) => fetchedInto(cache, url)));
      bytes += added.reduce((sum, one) => sum + one, 0);
    }
  }

  /** None in a browser that keeps nothing, and for nobody. */
  private async cache(): Promise<Cache | undefined> {
    const userId = this.session.userId();
    if (userId === undefined || !('caches' in globalThis)) return undefined;
    return caches.open(soundsOf(userId)).catch(() => undefined);
  }
}

/** How many bytes it has. */
async function fetchedInto(cache: Cache, url: string): Promise<number> {
  await cache.add(url).catch(() => undefined);
  return sizeOf(await cache.match(url));
}

async function bytesIn(cache: Cache): Promise<number> {
  const sizes = await Promise.all((await cache.keys()).map(async (request) => sizeOf(await cache.match(request))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(answer: Response | undefined): Promise<number> {
  return answer ? (await answer.blob()).size : 0;
}
