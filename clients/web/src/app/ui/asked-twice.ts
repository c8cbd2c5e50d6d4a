import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  type Signal,
  viewChild,
} from '@angular/core';

import { Translator } from '../core/i18n/translator';

/** What cannot be undone: a button that asks whether one is sure, and only then does it. */
@Component({
  selector: 'tall-asked-twice',
  template: `
    @if (isAsking()) {
      <p #asked tabindex="-1">{{ question() }}</p>
      <div class="row">
        <button class="button final" type="button" [disabled]="isBusy()" (click)="agreed.emit()">{{ act() }}</button>
        <button class="button plain" type="button" [disabled]="isBusy()" (click)="giveUp()">{{ t('cancel') }}</button>
      </div>
    } @else {
      <button #first class="button outlined" type="button" (click)="ask()">{{ label() }}</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
      gap: 1rem;
    }
  `,
})
export class AskedTwice {
  /** Of the button that asks. */
  readonly label = input.required<string>();
  readonly question = input.required<string>();
  /** Of the button that does it. */
  readonly act = input.required<string>();
  readonly isBusy = input(false);
  readonly agreed = output();

  protected readonly t = inject(Translator).t;
  protected readonly isAsking = signal(false);
  private readonly injector = inject(Injector);
  private readonly asked = viewChild<ElementRef<HTMLElement>>('asked');
  private readonly first = viewChild<ElementRef<HTMLElement>>('first');

  /** The question is where the keyboard goes on, so that a second press of the same key does nothing yet. */
  protected ask(): void {
    this.isAsking.set(true);
    this.focus(this.asked);
  }

  protected giveUp(): void {
    this.isAsking.set(false);
    this.focus(this.first);
  }

  private focus(element: Signal<ElementRef<HTMLElement> | undefined>): void {
    afterNextRender(() => element()?.nativeElement.focus(), { injector: this.injector });
  }
}
