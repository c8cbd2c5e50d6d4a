import { Component, computed, input } from '@angular/core';

import { articleOf } from './article';

/** A word as it is learnt: a noun with its article, which has a colour of its own besides being there. */
@Component({
  selector: 'tall-headword',
  template: `
    @if (parts().article; as article) {
      <span class="article" [class.de]="article === 'de'" [class.het]="article === 'het'">{{ article }}</span>&ngsp;
    }
    <span>{{ parts().rest }}</span>
  `,
  styles: `
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
