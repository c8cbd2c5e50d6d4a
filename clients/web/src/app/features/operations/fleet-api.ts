import { DOCUMENT, inject, Service } from '@angular/core';
import type { ServiceName } from '@tall/api/http';

import { SEND } from '../../core/http/open-api';

export interface Standing {
  readonly service: ServiceName;
  readonly answers: boolean;
  /** Until its answer was here, or until the gateway said that none comes. */
  readonly milliseconds: number;
}

export interface Links {
  readonly metrics?: string | undefined;
  readonly logs?: string | undefined;
}

/** Which services answer: each is asked, through the gateway, for what everybody may have, the document of its API. */
@Service()
export class FleetApi {
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
    const address = `${this.origin}/api/v2/${service}/openapi.json`;
    const { ok } = await this.send(new Request(address, { method: 'HEAD', cache: 'no-store', credentials: 'omit' }));
    return { service, answers: ok, milliseconds: Math.round(performance.now() - began) };
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
