import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { isProblem } from '@tall/api/http';

import { Terms } from '../../core/people/terms';
import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { type ConsentRow, consentRows, type Speaker, standingKey } from './consent-rows';
import { type Consent, PeopleApi } from './people-api';
import { UnknownPerson } from './unknown-person';

const WAYS = ['on-paper', 'by-phone', 'in-person'] as const satisfies readonly Consent['how'][];
const SPEAKERS = ['guardian', 'person'] as const satisfies readonly Speaker[];

/** Whether consent is complete, and entering what a guardian, or the person, told the school. */
@Component({
  selector: 'tall-consent-panel',
  imports: [Choice, Failure, Loaded, UnknownPerson],
  templateUrl: './consent-panel.html',
})
export class ConsentPanel {
  readonly userId = input.required<string>();

  protected readonly t = inject(Translator).t;
  private readonly people = inject(PeopleApi);
  private readonly terms = inject(Terms);

  /** Looking is noted, so nobody looks by coming here. */
  protected readonly isAsked = signal(false);
  protected readonly consent = resource({
    params: () => (this.isAsked() ? this.userId() : undefined),
    loader: async ({ params: userId }) => {
      const [standing, terms] = await Promise.all([this.people.standing(userId), this.terms.current()]);
      return { standing, terms };
    },
  });
  protected readonly isUnknown = computed(() => isProblem(this.consent.error(), 'not-found'));
  protected readonly summary = computed(() =>
    this.consent.hasValue() ? this.t(standingKey(this.consent.value().standing)) : undefined,
  );
  protected readonly speaker = signal<Speaker>('guardian');
  protected readonly how = signal<Consent['how']>('on-paper');
  protected readonly rows = computed(() => {
    if (!this.consent.hasValue()) return [];
    const { standing, terms } = this.consent.value();
    return consentRows(standing, terms, this.speaker());
  });
  protected readonly speakers = computed(() =>
    SPEAKERS.map((value) => ({ value, label: this.t(`consent-panel.${value}`) })),
  );
  protected readonly ways = computed(() => WAYS.map((value) => ({ value, label: this.t(`consent-panel.${value}`) })));

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;

  protected record({ document, next }: ConsentRow): Promise<void> {
    return this.action.run(async () => {
      await this.people.recordConsent(this.userId(), {
        document,
        ...next,
        saidBy: this.speaker(),
        how: this.how(),
      });
      this.consent.reload();
    });
  }
}
