import { Component, inject, signal } from '@angular/core';
import { email, form, required } from '@angular/forms/signals';
import { Router } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { PeopleApi } from './people-api';

/** To a person by their address. By name nobody is found: names are sealed where they are kept. */
@Component({
  selector: 'tall-find-person',
  imports: [Failure, TextField],
  template: `
    <form class="row" role="search" novalidate (submit)="submission.send($event)">
      <tall-text-field type="email" [label]="t('people.find')" [field]="form.email" />
      <button class="button outlined" type="submit" [disabled]="form().submitting()">{{ t('people.find-do') }}</button>
    </form>
    @if (submission.failure(); as failure) {
      <tall-failure [of]="failure" />
    }
    <p role="status">
      @if (isUnknown()) {
        <span>{{ t('people.unknown') }}</span>
      }
    </p>
  `,
  styles: `
    form {
      align-items: end;
    }
    tall-text-field {
      flex: 1 1 14rem;
    }
    span {
      display: block;
      margin-block-start: 0.75rem;
    }
  `,
})
export class FindPerson {
  protected readonly t = inject(Translator).t;
  private readonly people = inject(PeopleApi);
  private readonly router = inject(Router);

  private readonly model = signal({ email: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
  });
  protected readonly isUnknown = signal(false);
  protected readonly submission = new Submission(this.form, async () => {
    this.isUnknown.set(false);
    const found = await this.people.withAddress(this.model().email.trim());
    if (found) await this.router.navigate(['/people', found]);
    else this.isUnknown.set(true);
  });
}
