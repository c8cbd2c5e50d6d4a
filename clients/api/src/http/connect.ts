import createClient, { type Client } from 'openapi-fetch';

import type { Send } from './send';
import type * as admin from './types/admin';
import type * as cronUtility from './types/cron-utility';
import type * as learningCards from './types/learning-cards';
import type * as lobby from './types/lobby';
import type * as pii from './types/pii';
import type * as profile from './types/profile';
import type * as thematicCards from './types/thematic-cards';

type Paths = admin.paths &
  cronUtility.paths &
  learningCards.paths &
  lobby.paths &
  pii.paths &
  profile.paths &
  thematicCards.paths;

/** A service that clients call, as addresses name it. */
export type ServiceName = keyof Paths extends infer Path
  ? Path extends `/api/v2/${infer Name}/${string}`
    ? Name
    : never
  : never;

/** Every operation of v2 of every service, by method and path. */
export type Api = Client<Paths, `${string}/${string}`>;

/** What requests and answers look like, by service. */
export interface Schemas {
  admin: admin.components['schemas'];
  cronUtility: cronUtility.components['schemas'];
  learningCards: learningCards.components['schemas'];
  lobby: lobby.components['schemas'];
  pii: pii.components['schemas'];
  profile: profile.components['schemas'];
  thematicCards: thematicCards.components['schemas'];
}

export interface Connection {
  /** Where the gateway is, `https://tall.example`. */
  readonly origin: string;
  /** What sends: `fetch`, behind the layers. */
  readonly send: Send;
  /** The language for the few texts that the server words. */
  readonly language: () => string;
}

export function connect({ origin, send, language }: Connection): Api {
  const api = createClient<Paths>({
    baseUrl: origin,
    fetch: send,
    // What answers say is `no-store`, or has a tag of its own; no cookie goes anywhere.
    credentials: 'omit',
  });
  api.use({
    onRequest({ request }) {
      request.headers.set('accept-language', language());
    },
  });
  return api;
}
