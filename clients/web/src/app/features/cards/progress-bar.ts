import { Component, input } from '@angular/core';

/** How much of something is done, beside words that say it. */
@Component({
  selector: 'tall-progress-bar',
  template: `<progress [value]="part()" [max]="whole() || 1"></progress>`,
  styles: `
    :host {
      display: block;
    }
    progress {
      appearance: none;
      display: block;
      width: 100%;
      height: 0.5rem;
      border: 0;
      border-radius: 0.25rem;
      background: var(--tall-line);
      overflow: hidden;
    }
    progress::-webkit-progress-bar {
      background: var(--tall-line);
    }
    progress::-webkit-progress-value {
      border-radius: 0.25rem;
      background: var(--tall-accent);
      transition: inline-size 0.3s ease-out;
    }
    @media (prefers-reduced-motion: reduce) {
      progress::-webkit-progress-value {
        transition: none;
      }
    }
    progress::-moz-progress-bar {
      border-radius: 0.25rem;
      background: var(--tall-accent);
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class ProgressBar {
  readonly part = input.required<number>();
  readonly whole = input.required<number>();
}
