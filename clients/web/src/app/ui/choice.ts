import { Component, input, output } from '@angular/core';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

let made = 0;

/** One of a few, all in sight: radio buttons that look like one strip. */
@Component({
  selector: 'tall-choice',
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      <div class="strip">
        @for (option of options(); track option.value) {
          <label>
            <input
              type="radio"
              class="visually-hidden"
              [name]="name"
              [value]="option.value"
              [checked]="option.value === value()"
              (change)="chosen.emit(option.value)"
            />
            <span>{{ option.label }}</span>
          </label>
        }
      </div>
    </fieldset>
  `,
  styleUrl: './choice.css',
})
export class Choice<T extends string> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option<T>[]>();
  readonly value = input.required<T>();
  readonly chosen = output<T>();

  protected readonly name = `choice-${String((made += 1))}`;
}
