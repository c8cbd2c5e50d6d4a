import { Component, computed, inject, output, signal } from '@angular/core';
import { email, form, maxLength, required } from '@angular/forms/signals';

import { Translator } from '../../core/i18n/translator';
import { type Language, LANGUAGE_NAMES, LANGUAGES } from '../../core/preferences/preferences';
import { Session } from '../../core/session/session';
import { SelectField } from '../../ui/select-field';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { type Role, ROLES } from './people-api';
import { peopleFile } from './people-file';

const NOBODY = { email: '', givenName: '', familyName: '', teacher: '' };

/** One person who is to have an account, typed instead of put into a file. */
@Component({
  selector: 'tall-invite-one',
  imports: [SelectField, TextField],
  template: `
    <form class="panel stack" novalidate (submit)="submission.send($event)">
      <h2>{{ t('invite.one') }}</h2>
      <tall-text-field type="email" autocomplete="off" [label]="t('email')" [field]="form.email" />
      <div class="two">
        <tall-text-field autocomplete="off" [label]="t('given-name')" [field]="form.givenName" />
        <tall-text-field autocomplete="off" [label]="t('family-name')" [field]="form.familyName" />
      </div>
      <div class="two">
        <tall-select-field
          [label]="t('people.role')"
          [options]="roles()"
          [value]="role()"
          (chosen)="role.set($event)"
        />
        <tall-select-field
          [label]="t('settings.language')"
          [options]="languages"
          [value]="language()"
          (chosen)="language.set($event)"
        />
      </div>
      @if (role() === 'student') {
        <tall-text-field
          type="email"
          autocomplete="off"
          [label]="t('invite.teacher')"
          [hint]="t('invite.teacher-hint')"
          [field]="form.teacher"
        />
      }
      <div>
        <button class="button outlined" type="submit" [disabled]="form().submitting()">{{ t('invite.look') }}</button>
      </div>
    </form>
  `,
})
export class InviteOne {
  /** A file of this one person. */
  readonly written = output<string>();

  protected readonly t = inject(Translator).t;
  private readonly session = inject(Session);

  protected readonly roles = computed(() => {
    const roles: readonly Role[] = this.session.role() === 'technical-admin' ? ROLES : ['student', 'teacher'];
    return roles.map((value) => ({ value, label: this.t(`role.${value}`) }));
  });
  protected readonly role = signal<Role>('student');
  protected readonly languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
  protected readonly language = signal<Language>('nl');

  private readonly model = signal(NOBODY);
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
    for (const name of [path.givenName, path.familyName]) {
      required(name);
      maxLength(name, 100);
    }
    email(path.teacher);
  });
  protected readonly submission = new Submission(this.form, () => {
    const { teacher, ...person } = this.model();
    const role = this.role();
    this.written.emit(
      peopleFile([{ ...person, role, language: this.language(), teacher: role === 'student' ? teacher : '' }]),
    );
    return Promise.resolve();
  });

  /** Who was invited need not be invited again. */
  clear(): void {
    this.form().reset(NOBODY);
  }
}
