import { Component, computed, inject, input, resource } from '@angular/core';

import { CardsApi } from './cards-api';
import { StudyDue } from './study-due';

/** What waits of all topics, to be begun from the lobby; nothing where nothing waits. */
@Component({
  selector: 'tall-due-now',
  imports: [StudyDue],
  template: `
    @if (due() > 0) {
      <tall-study-due [due]="due()" [look]="look()" />
    }
  `,
})
export class DueNow {
  readonly look = input<'filled' | 'outlined'>('filled');

  private readonly cards = inject(CardsApi);
  private readonly topics = resource({ loader: () => this.cards.topics() });
  protected readonly due = computed(() =>
    this.topics.hasValue() ? this.topics.value().reduce((sum, { progress }) => sum + progress.due, 0) : 0,
  );
}
