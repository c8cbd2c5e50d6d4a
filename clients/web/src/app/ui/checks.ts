import { Component, input, output } from '@angular/core';

import type { Option } from './choice';

/** Several of a list: boxes to tick, under the name of the list. */
@Component({
  selector: 'tall-checks',
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      @for (option of options(); track option.value) {
        <label>
          <input type="checkbox" [checked]="values().includes(option.value)" (change)="toggle(option.value)" />
          <span>{{ option.label }}</span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
      column-gap: 1rem;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    label {
      display: flex;
      align-items: center;
      gap: 0.75rem;
      min-height: 2.75rem;
      cursor: pointer;
    }
    input {
      flex: none;
      width: 1.25rem;
      height: 1.25rem;
      accent-color: var(--tall-accent);
    }
    span {
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class Checks<T extends string> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option<T>[]>();
  readonly values = input.required<readonly T[]>();
  readonly chosen = output<readonly T[]>();

  protected toggle(value: T): void {
    const values = this.values();
    this.chosen.emit(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  }
}
