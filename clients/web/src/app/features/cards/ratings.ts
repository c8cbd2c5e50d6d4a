import { afterNextRender, Component, computed, type ElementRef, inject, output, viewChild } from '@angular/core';

import { Translator } from '../../core/i18n/translator';

const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof RATINGS)[number];

/** How well a student knew what they have just seen: by a press, or by the figure of its place. */
@Component({
  selector: 'tall-ratings',
  template: `
    <section class="foot" [attr.aria-label]="t('rating.question')">
      <p>{{ t('rating.question') }}</p>
      <div #all class="ratings">
        @for (choice of ratings(); track choice.rating) {
          <button
            type="button"
            [attr.data-rating]="choice.rating"
            [attr.aria-keyshortcuts]="choice.key"
            (click)="rated.emit(choice.rating)"
          >
            {{ choice.label }}
            <kbd aria-hidden="true">{{ choice.key }}</kbd>
          </button>
        }
      </div>
    </section>
  `,
  styleUrl: './ratings.css',
  host: { '(document:keydown)': 'pickByKey($event)' },
})
export class Ratings {
  readonly rated = output<Rating>();

  protected readonly t = inject(Translator).t;
  private readonly all = viewChild.required<ElementRef<HTMLElement>>('all');
  protected readonly ratings = computed(() =>
    RATINGS.map((rating, index) => ({ rating, key: String(index + 1), label: this.t(`rating.${rating}`) })),
  );

  constructor() {
    // The next one is judged without reaching for anything.
    afterNextRender(() => this.all().nativeElement.querySelector<HTMLElement>('[data-rating=good]')?.focus());
  }

  protected pickByKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const rating = RATINGS[Number(event.key) - 1];
    if (rating) this.rated.emit(rating);
  }
}
