import { Component, computed, inject, resource, signal } from '@angular/core';
import { answerOf, newId, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { Terms, type TermsText } from '../../core/people/terms';
import { Session } from '../../core/session/session';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Prose } from '../../ui/prose';

type Decision = Schemas['pii']['Decision'];

/** What the school asks somebody to agree to, whole, and what they said. */
@Component({
  selector: 'tall-agreements',
  imports: [Failure, Loaded, Page, Prose],
  templateUrl: './agreements.html',
})
export class Agreements {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  private readonly api = inject(API);
  private readonly texts = inject(Terms);
  private readonly session = inject(Session);

  protected readonly terms = resource({
    params: () => this.translator.language(),
    loader: () => this.texts.current(),
  });
  protected readonly standing = resource({
    params: () => this.session.userId(),
    loader: ({ params: userId }) =>
      answerOf(this.api.GET('/api/v2/pii/people/{userId}/standing', { params: { path: { userId } } })),
  });
  protected readonly documents = computed(() => {
    const said = this.standing.hasValue() ? this.standing.value().documents : [];
    const terms = this.terms.hasValue() ? this.terms.value() : [];
    return terms.map((document) => {
      const agreed = said.find((one) => one.document === document.document)?.agreedByPerson;
      return { ...document, isAgreed: agreed === document.version };
    });
  });
  protected readonly awaitsGuardian = computed(
    () => this.standing.hasValue() && this.standing.value().standing === 'awaiting-guardian',
  );
  protected readonly failure = signal<unknown>(undefined);

  protected async say(terms: TermsText, decision: Decision): Promise<void> {
    this.failure.set(undefined);
    const path = { userId: this.session.userId() ?? '', consentId: newId() };
    const said = this.api.PUT('/api/v2/pii/people/{userId}/consents/{consentId}', {
      params: { path },
      body: { document: terms.document, version: terms.version, decision, how: 'in-app', saidBy: 'person' },
    });
    await answerOf(said).then(
      () => this.standing.reload(),
      (failure: unknown) => this.failure.set(failure),
    );
  }
}
