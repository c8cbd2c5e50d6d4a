import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { newId } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { SelectField } from '../../ui/select-field';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { ContentApi, LEVELS, topicOf, wordOf } from './content-api';
import { NO_EXAMPLE, wordContent, wordForm, type WordForm } from './item-form';
import { ItemHistory } from './item-history';
import { ItemSteps } from './item-steps';
import { MOST_EXAMPLES, wordRules } from './word-rules';
import { WordPreview } from './word-preview';

const PARTS = [
  'noun',
  'verb',
  'adjective',
  'adverb',
  'pronoun',
  'determiner',
  'numeral',
  'preposition',
  'conjunction',
  'interjection',
  'phrase',
] as const;
type Word = WordForm['word'];

/** A word of a topic, new or there already, beside what a student will see of it. */
@Component({
  selector: 'tall-word-editor',
  imports: [Choice, Failure, ItemHistory, ItemSteps, Loaded, Page, SelectField, TextField, WordPreview],
  templateUrl: './word-editor.html',
  styleUrl: './editor.css',
})
export class WordEditor {
  readonly topicId = input.required<string>();
  /** None for a new one. */
  readonly wordId = input<string>();
  /** The version that was brought back a moment ago. */
  readonly broughtBack = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly content = inject(ContentApi);
  private readonly router = inject(Router);
  /** One for each visit: a lost answer is asked for again under the same id. */
  private readonly ownId = newId();

  private readonly topic = resource({
    params: () => this.topicId(),
    loader: ({ params }) => this.content.item(params),
  });
  private readonly level = computed(() =>
    this.topic.hasValue() ? topicOf(this.topic.value().value.content)?.level : undefined,
  );
  protected readonly word = resource({
    params: () => ({ wordId: this.wordId() }),
    loader: async ({ params }) => (params.wordId ? this.content.item(params.wordId) : null),
  });
  protected readonly before = computed(() => (this.word.hasValue() ? (this.word.value() ?? undefined) : undefined));

  protected readonly heading = computed(() => this.before()?.value.title ?? this.t('content.new-word'));
  protected readonly back = computed(() => `/content/topics/${this.topicId()}`);
  protected readonly backLabel = computed(() => (this.topic.hasValue() ? this.topic.value().value.title : undefined));

  protected readonly levels = LEVELS.map((value) => ({ value, label: value }));
  protected readonly parts = computed(() =>
    PARTS.map((value) => ({ value, label: this.t(`part-of-speech.${value}`) })),
  );
  protected readonly articles = (['de', 'het', 'de/het'] as const).map((value) => ({ value, label: value }));
  protected readonly auxiliaries = (['hebben', 'zijn', 'hebben/zijn'] as const).map((value) => ({
    value,
    label: value,
  }));
  protected readonly yesOrNo = computed(() => [
    { value: 'no' as const, label: this.t('no') },
    { value: 'yes' as const, label: this.t('yes') },
  ]);

  protected readonly model = linkedSignal(() => wordForm(this.wordBefore(), this.level() ?? 'A1'));
  protected readonly form = form(this.model, (path) => wordRules(path, this.t));
  protected readonly canAddExample = computed(() => this.model().word.examples.length < MOST_EXAMPLES);
  protected readonly submission = new Submission(this.form, async () => {
    const content = wordContent(this.model(), this.topicId(), this.wordBefore());
    const saved = await this.content.put(this.wordId() ?? this.ownId, content, this.before()?.etag);
    this.form().reset();
    if (this.wordId()) this.word.set(saved);
    else await this.router.navigate(['/content/topics', saved.value.topicId, 'words', saved.value.itemId]);
  });

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }

  /** For what is chosen instead of typed. */
  protected change(part: Partial<Word>): void {
    this.model.update(({ word }) => ({ word: { ...word, ...part } }));
    this.form.word.partOfSpeech().markAsDirty();
  }

  protected addExample(): void {
    this.change({ examples: [...this.model().word.examples, NO_EXAMPLE] });
  }

  protected removeExample(index: number): void {
    this.change({ examples: this.model().word.examples.filter((_, other) => other !== index) });
  }

  private wordBefore() {
    const before = this.before();
    return before && wordOf(before.value.content);
  }
}
