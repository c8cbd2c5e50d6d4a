import { afterNextRender, Component, ElementRef, inject, input, viewChild } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { Icon } from '../../ui/icon';

/** Says a word: once by itself where the browser lets it, and again whenever it is pressed. */
@Component({
  selector: 'tall-play-button',
  imports: [Icon],
  template: `
    <audio #audio preload="auto" [src]="url()"></audio>
    <button class="button outlined" type="button" (click)="play()">
      <tall-icon name="sound" /> {{ t('card.play') }}
    </button>
  `,
})
export class PlayButton {
  readonly url = input.required<string>();

  protected readonly t = inject(Translator).t;
  private readonly audio = viewChild.required<ElementRef<HTMLAudioElement>>('audio');

  constructor() {
    afterNextRender(() => {
      this.play();
    });
  }

  /** A browser that wants a touch before any sound refuses the first time; the button is there for that. */
  protected play(): void {
    const { nativeElement: audio } = this.audio();
    audio.currentTime = 0;
    audio.play().catch(() => undefined);
  }
}
