import { Component, input } from '@angular/core';

export interface Figure {
  readonly label: string;
  readonly value: string;
  /** What the value is measured against. */
  readonly detail?: string | undefined;
}

/** A few numbers that say how something stands, big, each with its name. */
@Component({
  selector: 'tall-figures',
  template: `
    <dl>
      @for (figure of items(); track figure.label) {
        <div>
          <dt>{{ figure.label }}</dt>
          <dd>
            {{ figure.value }}
            @if (figure.detail; as detail) {
              <span>{{ detail }}</span>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, clamp(7.25rem, 24vw, 8.5rem)), 1fr));
      column-gap: 1rem;
      /* Of the last row there is nothing below. */
      margin-block-end: -1.25rem;
    }
    /* The numbers of a row stand on one line, however many lines their names take. */
    div {
      display: grid;
      grid-row: span 2;
      grid-template-rows: subgrid;
    }
    dt {
      align-self: end;
      font-size: 0.875rem;
      color: var(--tall-ink-soft);
    }
    dd {
      padding-block-end: 1.25rem;
      font-size: 1.5rem;
      font-weight: 620;
      line-height: 1.25;
      font-variant-numeric: tabular-nums;
    }
    span {
      display: block;
      font-size: 0.875rem;
      font-weight: 400;
      color: var(--tall-ink-soft);
    }
  `,
})
export class Figures {
  readonly items = input.required<readonly Figure[]>();
}
