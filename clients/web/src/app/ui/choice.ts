import { afterNextRender, Component, ElementRef, inject, Injector, input, output, viewChildren } from '@angular/core';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** In which the label is, where that is not the language of the screen. */
  readonly lang?: string;
}

let made = 0;

/**
 * One of a few, all in sight: radio buttons that look like one strip. What is marked is `value`, also where its owner does
 * not take what was pressed.
 */
@Component({
  selector: 'tall-choice',
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      <div class="options">
        @for (option of options(); track option.value) {
          <label>
            <input
              #button
              type="radio"
              class="visually-hidden"
              [name]="name"
              [value]="option.value"
              [checked]="option.value === value()"
              (change)="choose(option.value)"
            />
            <span [attr.lang]="option.lang">{{ option.label }}</span>
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
  private readonly buttons = viewChildren<ElementRef<HTMLInputElement>>('button');
  private readonly injector = inject(Injector);

  protected choose(value: T): void {
    this.chosen.emit(value);
    // The browser has marked it by itself.
    afterNextRender(() => this.mark(), { injector: this.injector });
  }

  private mark(): void {
    for (const { nativeElement } of this.buttons()) nativeElement.checked = nativeElement.value === this.value();
  }
}
