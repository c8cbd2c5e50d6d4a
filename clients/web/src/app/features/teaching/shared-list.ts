import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { form, maxLength, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { newId } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Action } from '../../ui/action';
import { AskedTwice } from '../../ui/asked-twice';
import { Checks } from '../../ui/checks';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { everything } from '../../ui/pages';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { SharedListsApi } from './shared-lists-api';
import { TeachingApi } from './teaching-api';
import { faultOf, linesOf, MOST_WORDS, wordsOf } from './word-lines';

const LONGEST_NAME = 100;
/** Students read at once. */
const AT_ONCE = 200;

/** A list of words that a teacher shares, or one that is to be: its name, who sees it, and its words, a word a line. */
@Component({
  selector: 'tall-shared-list',
  imports: [AskedTwice, Checks, Choice, Failure, Icon, Loaded, Page, TextField],
  templateUrl: './shared-list.html',
})
export class SharedListPage {
  /** None yet of a list that is to be shared. */
  readonly listId = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly api = inject(SharedListsApi);
  private readonly teaching = inject(TeachingApi);
  private readonly names = inject(Names);
  private readonly router = inject(Router);

  protected readonly list = resource({
    params: () => ({ listId: this.listId() }),
    loader: ({ params: { listId } }) => (listId === undefined ? Promise.resolve(null) : this.api.list(listId)),
  });
  protected readonly before = computed(() => (this.list.hasValue() ? this.list.value() : null));
  protected readonly heading = computed(() => this.before()?.name ?? this.t('shared-lists.new'));

  /** A lost answer is asked for again under the same id. */
  private readonly newListId = newId();
  private readonly model = linkedSignal(() => {
    const before = this.before();
    const studentIds: readonly string[] | null = before?.studentIds ?? null;
    return { name: before?.name ?? '', words: linesOf(before?.words ?? []), studentIds };
  });
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, LONGEST_NAME);
    validate(path.studentIds, ({ value }) =>
      value()?.length === 0 ? { kind: 'nobody', message: this.t('shared-lists.nobody') } : undefined,
    );
    required(path.words);
    validate(path.words, ({ value }) => {
      const fault = faultOf(value(), this.before()?.words);
      if (!fault) return undefined;
      const { kind, line, word } = fault;
      return { kind, message: this.t(`shared-lists.${kind}`, { line, word, most: MOST_WORDS }) };
    });
  });
  protected readonly submission = new Submission(this.form, async () => {
    const before = this.before();
    const { name, words, studentIds } = this.model();
    const whom = studentIds && [...studentIds];
    const written = { name: name.trim(), words: wordsOf(words, before?.words), studentIds: whom };
    if (before) this.list.set(await this.api.change(before, written));
    else await this.api.share(this.newListId, written);
    this.form().reset();
    if (!before) await this.router.navigate(['/progress/lists']);
  });

  protected readonly audience = computed(() => (this.model().studentIds === null ? 'everybody' : 'some'));
  protected readonly audiences = computed(() =>
    (['everybody', 'some'] as const).map((value) => ({ value, label: this.t(`shared-lists.${value}`) })),
  );
  /** Asked for by whoever chooses: each name that is read stands in a log. */
  private readonly students = resource({
    params: () => (this.audience() === 'some' ? {} : undefined),
    loader: async () => {
      const students = await everything((cursor) => this.teaching.students({ limit: AT_ONCE, cursor }));
      const ids = students.map(({ studentId }) => studentId);
      await this.names.ask(ids);
      return ids;
    },
  });
  /** Those whom the teacher has, and those who were named before and are no longer theirs. */
  protected readonly whom = computed(() => {
    const own = this.students.hasValue() ? this.students.value() : [];
    const all = [...new Set([...own, ...(this.before()?.studentIds ?? [])])];
    return all.map((value) => ({ value, label: this.names.of(value) }));
  });
  protected readonly studentsFailure = this.students.error;

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }

  protected addressTo(studentIds: readonly string[] | null): void {
    const field = this.form.studentIds();
    field.value.set(studentIds);
    field.markAsDirty();
  }

  protected withdraw(listId: string): Promise<void> {
    return this.action.run(async () => {
      await this.api.withdraw(listId);
      this.form().reset();
      await this.router.navigate(['/progress/lists']);
    });
  }
}
