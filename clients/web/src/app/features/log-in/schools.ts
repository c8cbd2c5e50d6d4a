import { DOCUMENT, inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { OPEN_API } from '../../core/http/open-api';
import { Session } from '../../core/session/session';

type Authorization = Schemas['profile']['AuthorizationView'];

/** Why somebody went to a school's page; kept in this tab alone, until they are back. */
export interface Journey {
  readonly purpose: 'log-in' | 'link';
  readonly authorizationToken: string;
  readonly next: string | undefined;
}

const KEY = 'tall.school';

/** The way to the page of a school's provider and back. */
@Service()
export class Schools {
  private readonly open = inject(OPEN_API);
  private readonly api = inject(API);
  private readonly session = inject(Session);
  private readonly window = inject(DOCUMENT).defaultView;

  async goToLogIn(providerId: string, next: string | undefined): Promise<void> {
    const body = { providerId, device: { id: this.session.deviceId } };
    const way = await answerOf(this.open.POST('/api/v2/profile/sessions/by-provider/authorizations', { body }));
    this.leave(way, 'log-in', next);
  }

  async goToLink(providerId: string): Promise<void> {
    const way = await answerOf(this.api.POST('/api/v2/profile/me/identities/authorizations', { body: { providerId } }));
    this.leave(way, 'link', undefined);
  }

  /** Once: what was begun is forgotten by asking. */
  takeJourney(): Journey | undefined {
    const kept = this.window?.sessionStorage.getItem(KEY);
    this.window?.sessionStorage.removeItem(KEY);
    return kept ? (JSON.parse(kept) as Journey) : undefined;
  }

  private leave(way: Authorization, purpose: Journey['purpose'], next: string | undefined): void {
    const journey: Journey = { purpose, next, authorizationToken: way.authorizationToken };
    this.window?.sessionStorage.setItem(KEY, JSON.stringify(journey));
    // To a page of the school, over TLS: anything else is no address of a provider.
    if (new URL(way.authorizationUrl).protocol === 'https:') this.window?.location.assign(way.authorizationUrl);
  }
}
