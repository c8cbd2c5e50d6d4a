import { inject, Service, signal } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../http/api';
import { Translator } from '../i18n/translator';
import { Session } from '../session/session';

export type Name = Schemas['pii']['NameView'];

/** As many as the server tells at once. */
const AT_ONCE = 200;

/**
 * What people are called, as far as whoever looks may know it. Each reading stands in the log of the person who is read
 * of, so each is asked once for as long as somebody is logged in.
 */
@Service()
export class Names {
  private readonly api = inject(API);
  private readonly session = inject(Session);
  private readonly t = inject(Translator).t;
  private readonly known = signal<ReadonlyMap<string, Name | undefined>>(new Map());
  private reader: string | undefined;

  /** Asks for those that are not known yet. Without names the rest of a screen is still worth showing. */
  async ask(userIds: Iterable<string>): Promise<void> {
    this.forgetForOthers();
    const unknown = [...new Set(userIds)].filter((userId) => !this.known().has(userId));
    for (let from = 0; from < unknown.length; from += AT_ONCE) {
      await this.fetch(unknown.slice(from, from + AT_ONCE)).catch(() => undefined);
    }
  }

  /** First name first, as one calls people; where none is known, so much of the id that two can be told apart. */
  of(userId: string): string {
    const name = this.known().get(userId);
    return name ? `${name.givenName} ${name.familyName}` : this.t('people.nameless', { id: userId.slice(-4) });
  }

  private async fetch(userIds: string[]): Promise<void> {
    const { items } = await answerOf(this.api.POST('/api/v2/pii/people/names', { body: { userIds } }));
    const found = new Map(items.map((name) => [name.userId, name]));
    this.known.update((known) => new Map([...known, ...userIds.map((userId) => [userId, found.get(userId)] as const)]));
  }

  /** What a teacher may know is not what the next who logs in here may know. */
  private forgetForOthers(): void {
    const reader = this.session.userId();
    if (reader !== this.reader) this.known.set(new Map());
    this.reader = reader;
  }
}
