import { Component, computed, inject, input, type WritableSignal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

import { Translator } from '../../core/i18n/translator';
import { Choice } from '../../ui/choice';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { PARTS, type WordForm } from './word-form';

const ARTICLES = ['unknown', 'de', 'het', 'de/het'] as const;
const AUXILIARIES = ['unknown', 'hebben', 'zijn', 'hebben/zijn'] as const;

interface ChosenField<T> {
  readonly value: WritableSignal<T>;
  markAsDirty(): void;
}

/** What can be said of a word, new or there already. */
@Component({
  selector: 'tall-word-fields',
  imports: [Choice, SelectField, TextField],
  templateUrl: './word-fields.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.5rem;
    }
  `,
})
export class WordFields {
  readonly of = input.required<FieldTree<WordForm>>();

  protected readonly t = inject(Translator).t;
  protected readonly parts = computed(() =>
    PARTS.map((value) => ({ value, label: this.t(`part-of-speech.${value}`) })),
  );
  protected readonly articles = computed(() => this.named(ARTICLES));
  protected readonly auxiliaries = computed(() => this.named(AUXILIARIES));
  protected readonly yesOrNo = computed(() => [
    { value: 'no' as const, label: this.t('no') },
    { value: 'yes' as const, label: this.t('yes') },
  ]);

  /** For what is chosen instead of typed. */
  protected choose<T>(field: ChosenField<T>, value: T): void {
    field.value.set(value);
    field.markAsDirty();
  }

  private named<T extends string>(values: readonly T[]) {
    return values.map((value) => ({ value, label: value === 'unknown' ? this.t('dictionary.not-known') : value }));
  }
}
