import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { type FieldTree, FormField, MAX_LENGTH, MIN_LENGTH } from '@angular/forms/signals';

import type { MessageKey } from '../core/i18n/message-key';
import { Translator } from '../core/i18n/translator';
import { Icon } from './icon';
import { Press } from './press';

let made = 0;

interface Shown {
  readonly fault: string | undefined;
  readonly isPressing: boolean;
}

/** Something to write in, one line or several, with its name above it and what is wrong below. */
@Component({
  selector: 'tall-text-field',
  imports: [FormField, Icon],
  templateUrl: './text-field.html',
  styleUrl: './text-field.css',
})
export class TextField {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly type = input<'text' | 'email' | 'password' | 'date' | 'tel'>('text');
  readonly autocomplete = input('off');
  readonly inputmode = input<'text' | 'numeric' | 'email' | 'tel'>();
  /** Big and spaced, for codes that somebody copies. */
  readonly isCode = input(false, { transform: booleanAttribute });
  /** For sentences. */
  readonly isLong = input(false, { transform: booleanAttribute });
  /** Lines that are in sight, where it is long. */
  readonly rows = input(2);

  /** Whether it is the one thing to do when it appears. */
  readonly takesFocus = input(false, { transform: booleanAttribute });

  protected readonly t = inject(Translator).t;
  protected readonly id = `field-${String((made += 1))}`;
  private readonly isRevealed = signal(false);

  protected readonly isPassword = computed(() => this.type() === 'password');
  protected readonly shownType = computed(() => (this.isPassword() && this.isRevealed() ? 'text' : this.type()));
  protected readonly revealLabel = computed(() => this.t(this.isRevealed() ? 'field.hide' : 'field.show'));
  protected readonly revealIcon = computed(() => (this.isRevealed() ? 'hide' : 'show'));

  /** The first thing that is wrong, once its owner has been there. */
  private readonly fault = computed(() => {
    const state = this.field()();
    const first = state.touched() ? state.errors()[0] : undefined;
    if (!first) return undefined;
    if (first.message) return first.message;
    const key: MessageKey = ERRORS.get(first.kind) ?? 'field.invalid-value';
    return this.t(key, { least: state.metadata(MIN_LENGTH)?.() ?? 0, most: state.metadata(MAX_LENGTH)?.() ?? 0 });
  });

  private readonly isPressing = inject(Press).isUnderWay;
  /** As it is shown: what comes up and what goes would move what is pressed. */
  protected readonly error = linkedSignal<Shown, string | undefined>({
    source: () => ({ fault: this.fault(), isPressing: this.isPressing() }),
    computation: ({ fault, isPressing }, before) => (before && isPressing ? before.value : fault),
  });

  protected readonly describedBy = computed(() => {
    const parts = [this.error() ? `${this.id}-error` : '', this.hint() ? `${this.id}-hint` : ''];
    return parts.filter(Boolean).join(' ') || undefined;
  });

  constructor() {
    afterNextRender(() => {
      if (this.takesFocus()) this.field()().focusBoundControl();
    });
  }

  protected reveal(): void {
    this.isRevealed.update((revealed) => !revealed);
  }
}

const ERRORS: ReadonlyMap<string, MessageKey> = new Map([
  ['required', 'field.required'],
  ['email', 'field.invalid-email'],
  ['minLength', 'field.too-short'],
  ['maxLength', 'field.too-long'],
]);
