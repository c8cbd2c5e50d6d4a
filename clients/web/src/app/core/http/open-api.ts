import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { announced, type Api, connect, repeating, type Send } from '@tall/api/http';

import { version } from '../../../../package.json';
import { Preferences } from '../preferences/preferences';
import { ClientUpdates } from './client-updates';

const ATTEMPTS = 3;

/** What every request passes: the client's version, and repeats of what may be repeated. */
export const SEND = new InjectionToken<Send>('sends requests', {
  factory: () => {
    // eslint-disable-next-line no-restricted-globals -- the one place
    const send: Send = (request) => fetch(request);
    const patience = { attempts: ATTEMPTS, random: Math.random, sleep };
    return announced(repeating(send, patience), `web/${version}`, inject(ClientUpdates));
  },
});

/** Calls without a token: logging in, registering, renewing. */
export const OPEN_API = new InjectionToken<Api>('calls of anybody', {
  factory: () => connectTo(inject(SEND)),
});

/** A client of the gateway that this page came from. */
export function connectTo(send: Send): Api {
  return connect({ origin: inject(DOCUMENT).location.origin, send, language: inject(Preferences).language });
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('nobody waits any more', 'AbortError'));
    });
  });
}
