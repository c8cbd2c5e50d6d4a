import { afterRenderEffect, Component, ElementRef, input, output, viewChild } from '@angular/core';

import type { Option } from './choice';
import { Icon } from './icon';

let made = 0;

/**
 * One of several, in a list that opens: for filters and for what has too many values to be all in sight. Where it is
 * disabled while its owner waits, it shows `value` again afterwards.
 */
@Component({
  selector: 'tall-select-field',
  imports: [Icon],
  template: `
    <label [for]="id">{{ label() }}</label>
    <div>
      <select #select [id]="id" [disabled]="isDisabled()" (change)="choose(select)">
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">{{ option.label }}</option>
        }
      </select>
      <tall-icon name="open" />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.375rem;
      min-width: 0;
    }
    label {
      font-weight: 600;
    }
    div {
      display: grid;
      align-items: center;
    }
    select,
    tall-icon {
      grid-area: 1 / 1;
    }
    /* The browser's own arrow touches the border. */
    select {
      appearance: none;
      width: 100%;
      min-height: 3.25rem;
      padding: 0.5rem 2.5rem 0.5rem 1rem;
      text-overflow: ellipsis;
      background: var(--tall-surface);
      border: 1px solid var(--tall-line-strong);
      border-radius: var(--tall-radius-small);
    }
    tall-icon {
      justify-self: end;
      margin-inline-end: 0.75rem;
      color: var(--tall-ink-soft);
      pointer-events: none;
    }
  `,
})
export class SelectField<T extends string> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option<T>[]>();
  readonly value = input.required<T>();
  readonly isDisabled = input(false);
  readonly chosen = output<T>();

  protected readonly id = `select-${String((made += 1))}`;
  private readonly select = viewChild.required<ElementRef<HTMLSelectElement>>('select');

  constructor() {
    afterRenderEffect(() => {
      if (!this.isDisabled()) this.select().nativeElement.value = this.value();
    });
  }

  protected choose(select: HTMLSelectElement): void {
    const option = this.options().find(({ value }) => value === select.value);
    if (option) this.chosen.emit(option.value);
  }
}
