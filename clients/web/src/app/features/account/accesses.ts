import { Component, inject } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Formats } from '../../core/i18n/formats';
import type { MessageKey } from '../../core/i18n/message-key';
import { Translator } from '../../core/i18n/translator';
import { Session } from '../../core/session/session';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';

type Access = Schemas['pii']['AccessView'];

/** Who read what is kept of somebody, and what for. */
@Component({
  selector: 'tall-accesses',
  imports: [Empty, Page, PagesEnd],
  templateUrl: './accesses.html',
  styles: `
    .row {
      row-gap: 0;
    }
  `,
})
export class Accesses {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly formats = inject(Formats);
  private readonly api = inject(API);
  private readonly userId = inject(Session).userId;

  protected readonly pages = new Pages<Access>((cursor) =>
    answerOf(
      this.api.GET('/api/v2/pii/people/{userId}/accesses', {
        params: { path: { userId: this.userId() ?? '' }, query: { limit: 50, cursor } },
      }),
    ),
  );

  protected actor(access: Access): string {
    if (access.actor.kind === 'user' && access.actor.id === this.userId()) return this.t('accesses.yourself');
    const word = access.actor.kind === 'service' ? 'service' : (access.actor.role ?? 'user');
    return this.known(`actor.${word.replaceAll('_', '-')}`, access.actor.id);
  }

  protected purpose(access: Access): string {
    return this.known(`purpose.${access.purpose}`, access.purpose);
  }

  protected fields(access: Access): string {
    return access.fields.map((field) => this.known(`person.${field}`, field)).join(', ');
  }

  private known(key: string, otherwise: string): string {
    const known: MessageKey | undefined = this.translator.known(key);
    return known ? this.t(known) : otherwise;
  }
}
