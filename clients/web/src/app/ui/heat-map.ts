import { Component, computed, input } from '@angular/core';

import { type Cell, weeksOf } from './heat-map-cells';

/** How much was done on each day, a column a week; the days with something on them as a table for who cannot see it. */
@Component({
  selector: 'tall-heat-map',
  template: `
    <figure>
      <figcaption>
        {{ caption() }} <span class="soft">{{ total() }}</span>
      </figcaption>
      <svg aria-hidden="true" [attr.viewBox]="'0 0 ' + cells().weeks * step + ' ' + 7 * step">
        @for (cell of cells().items; track cell.name) {
          <rect
            rx="2"
            [attr.data-level]="cell.level"
            [attr.x]="cell.week * step + 1"
            [attr.y]="cell.weekday * step + 1"
            [attr.width]="step - 2"
            [attr.height]="step - 2"
          >
            <title>{{ cell.name }}: {{ cell.text }}</title>
          </rect>
        }
      </svg>
      <!-- A table takes the height of its rows whatever is said of it; what holds it does not. -->
      <div class="visually-hidden">
        <table>
          <caption>
            {{
              caption()
            }}
          </caption>
          <tbody>
            @for (cell of busy(); track cell.name) {
              <tr>
                <th scope="row">{{ cell.name }}</th>
                <td>{{ cell.text }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </figure>
  `,
  styles: `
    figure {
      position: relative;
      display: grid;
      gap: 0.5rem;
      margin: 0;
    }
    figcaption {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0.25rem 1rem;
      font-weight: 600;
    }
    figcaption span {
      font-weight: 400;
    }
    svg {
      display: block;
      width: 100%;
      max-width: 40rem;
    }
    rect {
      fill: var(--tall-line);
    }
    rect[data-level='1'] {
      fill: color-mix(in oklab, var(--tall-accent) 35%, var(--tall-surface));
    }
    rect[data-level='2'] {
      fill: color-mix(in oklab, var(--tall-accent) 55%, var(--tall-surface));
    }
    rect[data-level='3'] {
      fill: color-mix(in oklab, var(--tall-accent) 78%, var(--tall-surface));
    }
    rect[data-level='4'] {
      fill: var(--tall-accent);
    }
  `,
})
export class HeatMap {
  readonly caption = input.required<string>();
  /** All of it in words. */
  readonly total = input.required<string>();
  /** One a day, without a gap. */
  readonly items = input.required<readonly Cell[]>();

  protected readonly step = 12;
  protected readonly cells = computed(() => weeksOf(this.items()));
  protected readonly busy = computed(() => this.items().filter((cell) => cell.amount > 0));
}
