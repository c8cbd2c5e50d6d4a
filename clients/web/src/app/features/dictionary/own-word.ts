import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { newId } from '@tall/api/http';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Failure } from '../../ui/failure';
import { Figures } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { Headword } from '../cards/headword';
import { ProgressBar } from '../cards/progress-bar';
import { DictionaryApi } from './dictionary-api';
import { MarkedSentence } from './marked-sentence';
import { formsOf } from './own-word-forms';
import { WeekApi } from './week-api';
import { NO_SENTENCE, sentenceOf } from './word-form';
import { WordLists } from './word-lists';

const CYCLES = 4;
const LONGEST = 500;
const MOST_SENTENCES = 20;

/** A word of the dictionary: what it is, where it was met, how far it is. */
@Component({
  selector: 'tall-own-word',
  imports: [
    Failure,
    Figures,
    Headword,
    Icon,
    Loaded,
    MarkedSentence,
    Page,
    ProgressBar,
    RouterLink,
    TextField,
    WordLists,
  ],
  templateUrl: './own-word.html',
  styleUrl: './own-word.css',
})
export class OwnWordPage {
  readonly wordId = input.required<string>();

  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly formats = inject(Formats);
  private readonly dictionary = inject(DictionaryApi);
  private readonly week = inject(WeekApi);

  protected readonly word = resource({
    params: () => this.wordId(),
    loader: async ({ params }) => (await this.dictionary.word(params)).value,
  });
  protected readonly view = computed(() => (this.word.hasValue() ? this.word.value() : undefined));
  protected readonly heading = computed(() => this.view()?.headword ?? this.t('dictionary.word'));
  protected readonly cycles = CYCLES;

  protected readonly glosses = computed(() => {
    const own = this.dictionary.glossLanguage();
    const all = Object.entries(this.view()?.glosses ?? {}).map(([language, text]) => ({ language, text }));
    return [...all.filter(({ language }) => language === own), ...all.filter(({ language }) => language !== own)];
  });
  protected readonly forms = computed(() => {
    const word = this.view();
    return word ? formsOf(word).map(([name, text]) => ({ name: this.t(name), text })) : [];
  });
  protected readonly sentences = computed(() => this.view()?.contexts ?? []);
  protected readonly canAdd = computed(() => this.sentences().length < MOST_SENTENCES);
  protected readonly figures = computed(() => {
    const progress = this.view()?.progress;
    if (!progress) return [];
    const { answers, correct, lapses, cyclesPassed, echoesPassed } = progress;
    return [
      { label: this.t('own-word.cycles'), value: this.t('own-word.of', { part: cyclesPassed, whole: CYCLES }) },
      { label: this.t('own-word.echoes'), value: this.t('own-word.of', { part: echoesPassed, whole: CYCLES }) },
      { label: this.t('own-word.correct'), value: this.t('own-word.of', { part: correct, whole: answers }) },
      { label: this.t('own-word.lapses'), value: this.formats.amount(lapses) },
    ];
  });

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;
  protected readonly isRemoved = signal(false);
  protected readonly isTakenIn = signal(false);

  private contextId = newId();
  protected readonly isAdding = signal(false);
  private readonly model = signal(NO_SENTENCE);
  protected readonly form = form(this.model, (path) => {
    required(path.text);
    maxLength(path.text, LONGEST);
    maxLength(path.translation, LONGEST);
  });
  protected readonly submission = new Submission(this.form, async () => {
    const sentence = sentenceOf(this.model());
    if (!sentence) return;
    await this.dictionary.putSentence(this.wordId(), this.contextId, sentence);
    this.contextId = newId();
    this.form().reset();
    this.model.set(NO_SENTENCE);
    this.isAdding.set(false);
    this.word.reload();
  });

  protected remove(): Promise<void> {
    return this.action.run(async () => {
      await this.dictionary.remove(this.wordId());
      this.isRemoved.set(true);
    });
  }

  protected restore(): Promise<void> {
    return this.action.run(async () => {
      this.word.set(await this.dictionary.restore(this.wordId()));
      this.isRemoved.set(false);
    });
  }

  protected rescue(): Promise<void> {
    return this.action.run(async () => this.word.set(await this.dictionary.rescue(this.wordId())));
  }

  /** Into the week under way, instead of waiting for its turn. */
  protected takeIn(): Promise<void> {
    return this.action.run(async () => {
      await this.week.takeIn(this.wordId());
      this.isTakenIn.set(true);
      this.word.reload();
    });
  }

  protected drop(contextId: string): Promise<void> {
    return this.action.run(async () => {
      await this.dictionary.dropSentence(this.wordId(), contextId);
      this.word.reload();
    });
  }
}
