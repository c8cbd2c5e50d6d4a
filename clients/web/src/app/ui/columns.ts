import { Component, computed, inject, input } from '@angular/core';

import { Translator } from '../core/i18n/translator';

export interface Column {
  /** What it stands for, whole: for who hears the table and who points at it. */
  readonly name: string;
  readonly amount: number;
  /** The amount in words. */
  readonly text: string;
  /** Below the column, where there is room for so much. */
  readonly mark?: string | undefined;
}

/** One day in so many is named below its column. */
const DAYS_TO_A_NAME = 10;

/** Below the column of each day of some weeks: its name now and then, which is wider than the column. */
export function dayMark(name: string, index: number, days: number): string {
  // At the end there is no room for one.
  return index % DAYS_TO_A_NAME === 0 && index + DAYS_TO_A_NAME <= days ? name : '';
}

const HEIGHT = 100;
const STEP = 10;
const GAP = 2;
/** What is more than nothing is seen. */
const LEAST = 3;

/** Amounts side by side as columns; the same as a table for who cannot see them. */
@Component({
  selector: 'tall-columns',
  template: `
    <figure>
      <figcaption>
        {{ caption() }}
        <span class="soft numbers">{{ isNothing() ? t('columns.none') : highest() }}</span>
      </figcaption>
      @if (!isNothing()) {
        <svg aria-hidden="true" preserveAspectRatio="none" [attr.viewBox]="'0 0 ' + width() + ' ' + height">
          @for (column of drawn(); track $index) {
            <rect
              rx="1"
              [class.none]="column.isNone"
              [attr.x]="column.x"
              [attr.y]="column.y"
              [attr.width]="column.width"
              [attr.height]="column.height"
            >
              <title>{{ column.title }}</title>
            </rect>
          }
        </svg>
        @if (hasMarks()) {
          <div class="marks small soft" aria-hidden="true">
            @for (column of items(); track $index) {
              <span>{{ column.mark }}</span>
            }
          </div>
        }
      }
      <!-- As in the heat map: a table takes the height of its rows, what holds it does not. -->
      <div class="visually-hidden">
        <table>
          <caption>
            {{
              caption()
            }}
          </caption>
          <tbody>
            @for (column of items(); track $index) {
              <tr>
                <th scope="row">{{ column.name }}</th>
                <td>{{ column.text }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </figure>
  `,
  styles: `
    :host {
      display: block;
    }
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
      height: 6rem;
    }
    rect {
      fill: var(--tall-accent);
    }
    rect.none {
      fill: var(--tall-line);
    }
    .marks {
      display: flex;
    }
    .marks span {
      flex: 1 1 0;
      min-width: 0;
      text-align: center;
      white-space: nowrap;
    }
  `,
})
export class Columns {
  readonly caption = input.required<string>();
  readonly items = input.required<readonly Column[]>();

  protected readonly t = inject(Translator).t;
  protected readonly height = HEIGHT;
  protected readonly width = computed(() => this.items().length * STEP);
  protected readonly isNothing = computed(() => this.items().every((column) => column.amount === 0));
  protected readonly hasMarks = computed(() => this.items().some((column) => column.mark));
  private readonly most = computed(() => Math.max(1, ...this.items().map((column) => column.amount)));
  /** The highest in words, as a measure for the others. */
  protected readonly highest = computed(() => {
    const highest = this.items().find((column) => column.amount > 0 && column.amount === this.most());
    return highest ? `${highest.name}: ${highest.text}` : '';
  });
  protected readonly drawn = computed(() =>
    this.items().map((column, index) => {
      const isNone = column.amount === 0;
      const height = isNone ? 1 : Math.max(LEAST, (column.amount / this.most()) * HEIGHT);
      return {
        isNone,
        height,
        x: index * STEP + GAP / 2,
        y: HEIGHT - height,
        width: STEP - GAP,
        title: `${column.name}: ${column.text}`,
      };
    }),
  );
}
