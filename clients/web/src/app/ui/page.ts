import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../core/i18n/translator';
import { Icon } from './icon';

/** A screen: the way back, its heading, one column. */
@Component({
  selector: 'tall-page',
  imports: [Icon, RouterLink],
  template: `
    @if (back(); as target) {
      <a class="back" [routerLink]="target"><tall-icon name="back" /> {{ backLabel() ?? t('back') }}</a>
    }
    <header>
      <h1 [attr.lang]="headingLanguage()">{{ heading() }}</h1>
      @if (lead(); as text) {
        <p class="lead">{{ text }}</p>
      }
    </header>
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.5rem;
      width: min(100%, var(--tall-column));
      margin-inline: auto;
      padding: clamp(1.25rem, 5vw, 3rem) var(--tall-margin) 4rem;
    }
    :host(.wide) {
      width: min(100%, var(--tall-wide));
    }
    :host(.narrow) {
      width: min(100%, var(--tall-narrow));
    }
    :host(.narrow) h1 {
      font-size: min(2rem, 1.35rem + 2vw);
    }
    header {
      display: grid;
      gap: 0.5rem;
    }
    h1 {
      overflow-wrap: anywhere;
    }
    .back {
      justify-self: start;
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: 2.75rem;
      margin-bottom: -1rem;
      color: var(--tall-ink-soft);
      text-decoration: none;
    }
    .back:hover {
      color: var(--tall-ink);
      text-decoration: underline;
    }
  `,
})
export class Page {
  readonly heading = input.required<string>();
  /** The language of the heading, where it is not that of the page. */
  readonly headingLanguage = input<'nl'>();
  readonly lead = input<string>();
  readonly back = input<string>();
  readonly backLabel = input<string>();
  protected readonly t = inject(Translator).t;
}
