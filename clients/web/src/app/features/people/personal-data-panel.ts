import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { form, maxLength } from '@angular/forms/signals';
import { isProblem } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { keepUnsaved, Unsaved } from '../../core/unsaved/unsaved';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { PeopleApi } from './people-api';
import {
  type Admin,
  adminChanges,
  adminFormOf,
  fieldsFor,
  isChangedBy,
  type PersonalField,
  type Purpose,
  purposesOf,
  valueOf,
} from './personal-fields';
import { UnknownPerson } from './unknown-person';

const LONGEST_NOTE = 1_000;

/** What the school knows of a person, read for a purpose that is stated first, and what the school itself notes. */
@Component({
  selector: 'tall-personal-data-panel',
  imports: [Choice, Failure, Loaded, TextField, UnknownPerson],
  templateUrl: './personal-data-panel.html',
  styleUrl: './personal-data-panel.css',
})
export class PersonalDataPanel {
  readonly userId = input.required<string>();
  readonly role = input.required<Admin>();

  protected readonly t = inject(Translator).t;
  private readonly people = inject(PeopleApi);
  private readonly unsaved = inject(Unsaved);

  protected readonly purposes = computed(() =>
    purposesOf(this.role()).map((value) => ({ value, label: this.t(`personal-data.${value}`) })),
  );
  protected readonly purpose = signal<Purpose>('administration');
  /** What is marked, while its owner is asked whether they give up what they typed. */
  protected readonly picked = linkedSignal(() => this.purpose());
  protected readonly names = computed(() =>
    fieldsFor(this.role(), this.purpose())
      .map((field) => this.t(`person.${field}`))
      .join(', '),
  );

  /** Nothing is read before somebody has said what for. */
  private readonly asked = signal<Purpose | undefined>(undefined);
  protected readonly isAsked = computed(() => this.asked() !== undefined);
  protected readonly person = resource({
    params: () => {
      const purpose = this.asked();
      return purpose && { userId: this.userId(), purpose, fields: fieldsFor(this.role(), purpose) };
    },
    loader: ({ params: { userId, purpose, fields } }) => this.people.personalData(userId, purpose, fields),
  });
  protected readonly isUnknown = computed(() => isProblem(this.person.error(), 'not-found'));
  private readonly known = computed(() => (this.person.hasValue() ? this.person.value() : undefined));
  private readonly fields = computed(() => fieldsFor(this.role(), this.purpose()));
  protected readonly lines = computed(() => {
    const person = this.known()?.value;
    if (!person) return [];
    const shown = this.fields().filter((field) => !isChangedBy(this.role(), field));
    return shown.map((field) => ({ field, label: this.t(`person.${field}`), value: valueOf(person, field) }));
  });
  protected readonly changesBirthDate = computed(() => this.changes('birth-date'));
  protected readonly changesNote = computed(() => this.changes('admin-note'));

  private readonly model = linkedSignal(() => adminFormOf(this.known()?.value));
  protected readonly form = form(this.model, (path) => {
    maxLength(path.adminNote, LONGEST_NOTE);
  });
  protected readonly isOutdated = (failure: unknown) => isProblem(failure, 'precondition-failed');
  protected readonly submission = new Submission(this.form, async () => {
    const before = this.known();
    if (!before) return;
    const changes = adminChanges(before.value, this.model());
    if (Object.keys(changes).length > 0) {
      const etag = await this.people.changePersonalData(this.userId(), changes, before.etag);
      // What was read with it is known; reading it again would be noted again.
      this.person.set({ value: { ...before.value, ...changes }, etag });
    }
    this.form().reset();
  });

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }

  protected async choose(purpose: Purpose): Promise<void> {
    this.picked.set(purpose);
    if (this.form().dirty() && !(await this.unsaved.mayLeave())) {
      this.picked.set(this.purpose());
      return;
    }
    this.form().reset();
    this.purpose.set(purpose);
    this.asked.set(undefined);
  }

  protected read(): void {
    this.submission.forget();
    this.asked.set(this.purpose());
  }

  protected readAgain(): void {
    this.form().reset();
    this.person.reload();
  }

  private changes(field: PersonalField): boolean {
    return this.fields().includes(field) && isChangedBy(this.role(), field);
  }
}
