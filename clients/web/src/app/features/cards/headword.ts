import { Component, computed, input } from '@angular/core';

import { articleOf } from './article';

/** A word as it is learnt: a noun with its article, which has a colour of its own besides being there. */
@Component({
  selector: 'tall-headword',
  template: `
    @if (parts().article; as article) {
      <span class="article" [class.de]="article === 'de'" [class.het]="article === 'het'">{{ article }}</span><span
        class="space"
        >&ngsp;</span
      >
    }
    <span>{{ parts().rest }}</span>
  `,
  styles: `
    /* A word that no line holds is divided as Dutch is; all others stay whole. */
    :host {
      hyphens: auto;
      hyphenate-limit-chars: 20 6 6;
    }
    .article {
      display: inline-block;
      padding: 0 0.35em 0.05em;
      border-radius: 0.35em;
      background: var(--tall-sunken);
    }
    .de {
      background: var(--tall-de-soft);
      color: var(--tall-de);
    }
    /* In a link the line is below the word alone. */
    .space {
      display: inline-block;
      white-space: pre;
    }
    .het {
      background: var(--tall-het-soft);
      color: var(--tall-het);
    }
  `,
  host: { lang: 'nl' },
})
export class Headword {
  readonly text = input.required<string>();
  protected readonly parts = computed(() => articleOf(this.text()));
}
