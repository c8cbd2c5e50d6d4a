import {
  DOCUMENT,
  type EnvironmentProviders,
  inject,
  isDevMode,
  provideEnvironmentInitializer,
  Service,
  signal,
} from '@angular/core';

import { firstScreen } from '../layout/first-screen';

const WORKER = '/worker.js';
/** A tab that stays open asks this often whether there is a newer release. */
const ASK_AGAIN_MS = 3_600_000;
const LONGEST_TAKE_OVER_MS = 10_000;

/**
 * The release of the client that is installed on this device. A newer one is fetched beside it and waits: whoever wants it
 * takes it, everybody else has it once all tabs were closed.
 */
@Service()
export class Releases {
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly workers = this.view?.navigator.serviceWorker;
  private registration: ServiceWorkerRegistration | undefined;

  private readonly waiting = signal(false);
  /** Whether a newer release is here and waits. */
  readonly isWaiting = this.waiting.asReadonly();

  /** A device that cannot install works all the same, as long as there is a connection. */
  async install(): Promise<void> {
    try {
      this.registration = await this.workers?.register(workerAddress());
    } catch {
      return;
    }
    if (this.registration) this.follow(this.registration);
  }

  /** Goes on with the newest release that can be had. */
  async renew(): Promise<void> {
    const registration = this.registration;
    if (registration) {
      await registration.update().catch(() => undefined);
      const next = registration.waiting ?? (await installed(registration.installing));
      if (next) await this.takeOver(next);
      // Nothing newer was to be installed, and this one may be what is in the way: the page comes from the gateway.
      else await registration.unregister();
    }
    this.view?.location.reload();
  }

  private follow(registration: ServiceWorkerRegistration): void {
    const look = () => this.waiting.set(registration.waiting !== null && registration.active !== null);
    look();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
    this.view?.setInterval(() => void registration.update().catch(() => undefined), ASK_AGAIN_MS);
  }

  private takeOver(next: ServiceWorker): Promise<void> {
    return new Promise((resolve) => {
      this.workers?.addEventListener('controllerchange', () => resolve(), { once: true });
      this.view?.setTimeout(resolve, LONGEST_TAKE_OVER_MS);
      next.postMessage('take-over');
    });
  }
}

/** Not before the first screen stands. */
export function provideReleases(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const releases = inject(Releases);
    if (isDevMode()) return;
    void firstScreen().then(() => releases.install());
  });
}

/** None when it could not be installed. */
function installed(worker: ServiceWorker | null): Promise<ServiceWorker | undefined> {
  if (!worker) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed') resolve(worker);
      else if (worker.state === 'redundant') resolve(undefined);
    });
  });
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): {
    createScriptURL(address: string): string;
  };
}

/** The one script that may be installed, where the browser asks who vouches for it. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('tall-worker', { createScriptURL: () => WORKER });
  return policy?.createScriptURL(WORKER) ?? WORKER;
}
