import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';

import type { MessageKey } from '../../core/i18n/message-key';
import { Translator } from '../../core/i18n/translator';
import { Failure } from '../../ui/failure';
import { Headword } from '../cards/headword';
import { type Rating, Ratings } from '../cards/ratings';
import { DictionaryApi } from './dictionary-api';
import { FORMS } from './joined-answer';
import { OwnWordDetails } from './own-word-details';
import type { SessionWord } from './week-api';
import { WordStudy } from './word-study';

type Extra = Exclude<(typeof FORMS)[number], 'word'>;

const GAP = '…';

const NAMES: Readonly<Record<Extra, MessageKey>> = {
  plural: 'form.plural',
  past: 'form.pastSingular',
  participle: 'form.participle',
};

/** Asks an own word: to be typed, or to be thought of, looked at, and judged by oneself. */
@Component({
  selector: 'tall-word-question',
  imports: [Failure, Headword, OwnWordDetails, Ratings],
  templateUrl: './word-question.html',
  styleUrls: ['../cards/card-form.css', './word-question.css'],
})
export class WordQuestion {
  readonly word = input.required<SessionWord>();

  protected readonly t = inject(Translator).t;
  protected readonly study = inject(WordStudy);
  protected readonly glossLanguage = inject(DictionaryApi).glossLanguage();
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly onward = viewChild<ElementRef<HTMLElement>>('onward');

  protected readonly asked = computed(() => this.word().question.asked);
  protected readonly isDutchAsked = computed(() => this.asked() !== 'see');
  protected readonly question = computed(() => {
    const keys: Partial<Record<string, MessageKey>> = { see: 'card.meaning', use: 'card.gap' };
    return this.t(keys[this.asked()] ?? 'card.in-dutch');
  });
  protected readonly promptLanguage = computed(() => (this.asked() === 'use' ? 'nl' : this.glossLanguage));
  /** The sentence in which a word is asked: the server puts an ellipsis where each part of it stood. */
  protected readonly aroundGaps = computed(() => this.word().question.prompt.split(GAP));
  /** Forms that are asked besides the word. */
  protected readonly extras = computed(() => {
    const { expected } = this.word().question;
    return FORMS.flatMap((form) => (form !== 'word' && form in expected ? [{ form, name: this.t(NAMES[form]) }] : []));
  });
  protected readonly typed = linkedSignal<SessionWord, Partial<Record<'text' | Extra, string>>>({
    source: this.word,
    computation: () => ({}),
  });
  protected readonly isMet = computed(() => this.study.step().name !== 'meeting');
  protected readonly isRevealed = computed(() => this.study.step().name === 'revealed');
  protected readonly isSending = computed(() => this.study.step().name === 'sending');
  protected readonly failure = computed(() => {
    const step = this.study.step();
    return step.name === 'failed' ? step.failure : undefined;
  });

  constructor() {
    // The next word is answered without reaching for anything.
    afterRenderEffect(() => {
      this.word();
      (this.field() ?? this.onward())?.nativeElement.focus();
    });
  }

  protected write(name: 'text' | Extra, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.typed.update((typed) => ({ ...typed, [name]: value }));
  }

  /** An empty answer is a wish to see. */
  protected submit(event: Event): void {
    event.preventDefault();
    const { text = '', ...forms } = this.typed();
    if (text.trim() === '') {
      this.study.reveal();
      return;
    }
    const written = Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, form.trim()]));
    void this.study.answer({ way: 'typed', text: text.trim(), ...written });
  }

  protected rate(rating: Rating): void {
    void this.study.answer({ way: 'self-rated', rating });
  }
}
