import { DOCUMENT, inject, Service } from '@angular/core';
import { answerOf, type ServiceName } from '@tall/api/http';

import { API } from '../../core/http/api';
import { SEND } from '../../core/http/open-api';

export interface Standing {
  readonly service: ServiceName;
  readonly answers: boolean;
  /** Until its answer was here, or until the gateway said that none comes. */
  readonly milliseconds: number;
  /** What the instance says of itself that answered. */
  readonly version?: string | undefined;
  readonly startedAt?: string | undefined;
  /** What it still waits for before it can serve, and why: `signing keys: not fetched yet`. */
  readonly lacks: readonly string[];
}

export interface Links {
  readonly metrics?: string | undefined;
  readonly logs?: string | undefined;
}

/** How the services stand: each is asked through the gateway, as any client asks. */
@Service()
export class FleetApi {
  private readonly api = inject(API);
  private readonly send = inject(SEND);
  private readonly origin = inject(DOCUMENT).location.origin;

  ask(services: readonly ServiceName[]): Promise<Standing[]> {
    return Promise.all(services.map((service) => this.askOne(service)));
  }

  /** Where this installation has its dashboards, if it says so. */
  async links(): Promise<Links> {
    const answer = await this.send(new Request(`${this.origin}/site.json`, { credentials: 'omit' }));
    return answer.ok ? readLinks(await answer.json()) : {};
  }

  private async askOne(service: ServiceName): Promise<Standing> {
    const began = performance.now();
    const sinceThen = () => Math.round(performance.now() - began);
    try {
      const { version, startedAt, needs } = await answerOf(this.api.GET(`/api/v2/${service}/standing`));
      const lacks = needs.flatMap(({ name, lacking }) => (lacking === undefined ? [] : `${name}: ${lacking}`));
      return { service, answers: true, milliseconds: sinceThen(), version, startedAt, lacks };
    } catch {
      return { service, answers: false, milliseconds: sinceThen(), lacks: [] };
    }
  }
}

/** Addresses of web pages and nothing else. */
export function readLinks(site: unknown): Links {
  const links = typeof site === 'object' && site !== null && 'links' in site ? site.links : undefined;
  const { metrics, logs } = (typeof links === 'object' && links !== null ? links : {}) as Record<string, unknown>;
  return { metrics: pageAt(metrics), logs: pageAt(logs) };
}

function pageAt(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  return /^https?:$/.test(new URL(address).protocol) ? address : undefined;
}
