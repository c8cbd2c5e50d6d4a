import { Component, input } from '@angular/core';

export interface Share {
  readonly name: string;
  /** Between 0 and 1. */
  readonly part: number;
  readonly text: string;
}

/** Parts of a whole, the greatest first, each with a bar beside words that say the same. */
@Component({
  selector: 'tall-shares',
  template: `
    <ul>
      @for (share of items(); track share.name) {
        <li>
          <span>{{ share.name }}</span>
          <span class="soft numbers">{{ share.text }}</span>
          <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">
            <rect class="whole" width="100" height="1" />
            <rect height="1" [attr.width]="share.part * 100" />
          </svg>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 0.875rem;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0.25rem 1rem;
    }
    svg {
      flex: none;
      display: block;
      width: 100%;
      height: 0.5rem;
      border-radius: 0.25rem;
    }
    rect {
      fill: var(--tall-accent);
    }
    .whole {
      fill: var(--tall-line);
    }
  `,
})
export class Shares {
  readonly items = input.required<readonly Share[]>();
}
