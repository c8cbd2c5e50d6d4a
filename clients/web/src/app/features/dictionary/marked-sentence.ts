import { Component, computed, input } from '@angular/core';

import type { Sentence } from './dictionary-api';
import { piecesOf } from './sentence-pieces';

/** A sentence with the word in it set off. */
@Component({
  selector: 'tall-sentence',
  template: `@for (piece of pieces(); track $index) {
    <span [class.word]="piece.isWord">{{ piece.text }}</span>
  }`,
  styles: `
    :host {
      white-space: pre-wrap;
    }
    .word {
      font-weight: 650;
      text-decoration: underline 2px var(--tall-accent);
      text-underline-offset: 0.25em;
    }
  `,
  host: { lang: 'nl' },
})
export class MarkedSentence {
  readonly of = input.required<Sentence>();
  protected readonly pieces = computed(() => piecesOf(this.of()));
}
