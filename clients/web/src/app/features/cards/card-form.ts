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
import { type CardKind, CardsApi, type SessionCard } from './cards-api';
import { Headword } from './headword';
import { PlayButton } from './play-button';
import { type Rating, Ratings } from './ratings';
import { Study } from './study';
import { WordDetails } from './word-details';

const QUESTIONS: Readonly<Partial<Record<CardKind, MessageKey>>> = {
  recognition: 'card.meaning',
  article: 'card.article',
  forms: 'card.forms',
  gap: 'card.gap',
  dictation: 'card.heard',
};

/** Asks a card: to be typed, or to be thought of, looked at, and judged by oneself. */
@Component({
  selector: 'tall-card-form',
  imports: [Failure, Headword, PlayButton, Ratings, WordDetails],
  templateUrl: './card-form.html',
  styleUrl: './card-form.css',
  host: { '(document:keydown)': 'pickByKey($event)' },
})
export class CardForm {
  readonly card = input.required<SessionCard>();

  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly study = inject(Study);
  protected readonly glossLanguage = inject(CardsApi).glossLanguage();
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly firstChoice = viewChild<ElementRef<HTMLElement>>('choice');

  protected readonly typed = linkedSignal({ source: this.card, computation: () => '' });
  protected readonly isDutchAsked = computed(() => this.card().kind !== 'recognition');
  protected readonly isDutchShown = computed(() => this.card().kind !== 'recall');
  protected readonly question = computed(() => this.t(QUESTIONS[this.card().kind] ?? 'card.in-dutch'));
  /** Which forms are asked for. */
  protected readonly asked = computed(() =>
    (this.card().asks ?? [])
      .map((name) => this.translator.known(`form.${name}`))
      .flatMap((key) => (key ? [this.t(key)] : []))
      .join(', '),
  );
  /** Meanings, or words, to choose from, where that is wished and the card has them. */
  protected readonly choices = computed(() => (this.study.isChoosing() ? (this.card().choices ?? []) : []));
  protected readonly hasChoices = computed(() => (this.card().choices ?? []).length > 0);
  /** The recording says the article; the answer may leave it out. */
  protected readonly isNoun = computed(() => this.card().word.headword !== this.card().word.lemma);
  protected readonly isHeard = computed(() => this.card().kind === 'dictation');
  protected readonly isRevealed = computed(() => this.study.step().name === 'revealed');
  protected readonly isSending = computed(() => this.study.step().name === 'sending');
  protected readonly failure = computed(() => {
    const step = this.study.step();
    return step.name === 'failed' ? step.failure : undefined;
  });

  constructor() {
    // The next card is answered without reaching for anything.
    afterRenderEffect(() => {
      this.card();
      if (this.isRevealed()) return;
      if (this.choices().length > 0) this.focusChoice();
      else this.focusField();
    });
  }

  protected write(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  /** An empty answer is a wish to see. */
  protected submit(event: Event): void {
    event.preventDefault();
    const text = this.typed().trim();
    if (text === '') this.study.reveal();
    else void this.study.answer({ way: 'typed', text });
  }

  protected choose(text: string): void {
    void this.study.answer({ way: 'chosen', text });
  }

  protected rate(rating: Rating): void {
    void this.study.answer({ way: 'self-rated', rating });
  }

  /** A figure is the choice of that place. */
  protected pickByKey(event: KeyboardEvent): void {
    if (this.isSending() || this.isRevealed() || event.ctrlKey || event.altKey || event.metaKey) return;
    const choice = this.choices()[Number(event.key) - 1];
    if (choice !== undefined) this.choose(choice);
  }

  private readonly focusField = () => this.field()?.nativeElement.focus();
  private readonly focusChoice = () => this.firstChoice()?.nativeElement.focus();
}
