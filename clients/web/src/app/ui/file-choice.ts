import { booleanAttribute, Component, ElementRef, input, output, viewChild } from '@angular/core';

import { Icon } from './icon';

/** Files from the device. The same file can be chosen again, after it was mended. */
@Component({
  selector: 'tall-file-choice',
  imports: [Icon],
  template: `
    <label class="button outlined">
      <tall-icon name="upload" /> {{ label() }}
      <input #input type="file" class="visually-hidden" [accept]="accept()" [multiple]="isMany()" (change)="take()" />
    </label>
  `,
  styles: `
    label {
      position: relative;
    }
    label:focus-within {
      outline: 3px solid var(--tall-accent);
      outline-offset: 2px;
    }
  `,
})
export class FileChoice {
  readonly label = input.required<string>();
  /** Endings, as the attribute of the element has them. */
  readonly accept = input.required<string>();
  readonly isMany = input(false, { transform: booleanAttribute });
  readonly chosen = output<readonly File[]>();

  private readonly element = viewChild.required<ElementRef<HTMLInputElement>>('input');

  protected take(): void {
    const { nativeElement } = this.element();
    const files = [...(nativeElement.files ?? [])];
    nativeElement.value = '';
    if (files.length > 0) this.chosen.emit(files);
  }
}
