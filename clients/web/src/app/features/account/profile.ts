import { Component, computed, inject, linkedSignal, resource } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import { answerOf, answerWithTag, isProblem } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { Session } from '../../core/session/session';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { changesOf, formOf, isUnderAge, NOBODY, type PersonForm } from './person-form';

const FIELDS = 'email,pending-email,given-name,family-name,birth-date,phone,address,guardian';

/** What the school knows of somebody, to be mended by its owner. */
@Component({
  selector: 'tall-profile',
  imports: [Failure, Loaded, Page, TextField],
  templateUrl: './profile.html',
})
export class Profile {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(API);
  private readonly session = inject(Session);

  protected readonly person = resource({
    params: () => this.session.userId(),
    loader: ({ params: userId }) =>
      answerWithTag(
        this.api.GET('/api/v2/pii/people/{userId}', {
          params: { path: { userId }, query: { purpose: 'own', fields: FIELDS } },
        }),
      ),
  });
  private readonly known = computed(() => (this.person.hasValue() ? this.person.value() : undefined));
  protected readonly addresses = computed(() => {
    const { email, pendingEmail } = this.known()?.value ?? {};
    return { email, pendingEmail };
  });

  private readonly model = linkedSignal<PersonForm>(() => formOf(this.known()?.value) ?? NOBODY);
  protected readonly isUnderAge = computed(() => isUnderAge(this.model().birthDate, new Date()));
  protected readonly form = form(this.model, (path) => {
    required(path.givenName);
    maxLength(path.givenName, 100);
    required(path.familyName);
    maxLength(path.familyName, 100);
    maxLength(path.address.postalCode, 12);
    maxLength(path.address.country, 2);
  });
  protected readonly isOutdated = (failure: unknown) => isProblem(failure, 'precondition-failed');

  protected readonly submission = new Submission(this.form, async () => {
    const before = this.known();
    const userId = this.session.userId();
    if (!before || !userId) return;
    const changes = changesOf(before.value, this.model());
    if (Object.keys(changes).length > 0) {
      await answerOf(
        this.api.PATCH('/api/v2/pii/people/{userId}', {
          params: { path: { userId }, header: { 'If-Match': before.etag } },
          headers: { 'content-type': 'application/merge-patch+json' },
          body: changes,
        }),
      );
      this.person.reload();
    }
    this.form().reset();
  });

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }

  protected readAgain(): void {
    this.form().reset();
    this.person.reload();
  }
}
