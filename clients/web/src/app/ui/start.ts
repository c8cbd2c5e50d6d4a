import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../core/i18n/translator';
import type { Resumable } from '../core/places/open-sittings';

/** The one thing to do on a screen: begin a sitting, or first of all go on with the one that was paused. */
@Component({
  selector: 'tall-start',
  imports: [RouterLink],
  template: `
    @if (paused(); as sitting) {
      <a class="button filled start" [routerLink]="sitting.path">
        {{ t('sitting.go-on', { done: sitting.done, all: sitting.total }) }}
      </a>
    }
    <button
      class="button start"
      type="button"
      [class]="paused() ? 'outlined' : 'filled'"
      [disabled]="isBusy()"
      (click)="started.emit()"
    >
      {{ t(paused() ? 'sitting.start-anew' : 'sitting.start') }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
    }
    .start {
      min-height: 3.75rem;
      font-size: 1.25rem;
    }
  `,
})
export class Start {
  readonly paused = input<Resumable>();
  readonly isBusy = input(false);
  readonly started = output();

  protected readonly t = inject(Translator).t;
}
