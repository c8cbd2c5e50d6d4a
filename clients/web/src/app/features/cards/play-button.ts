import { afterNextRender, Component, ElementRef, inject, input, viewChild } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { Icon } from '../../ui/icon';
import type { Heard } from './cards-api';

/** Says a word: once by itself where the browser lets it, and again whenever it is pressed. Says also whose voice it is not. */
@Component({
  selector: 'tall-play-button',
  imports: [Icon],
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
      align-items: center;
    }
  `,
  template: `
    <audio #audio preload="auto" [src]="of().url"></audio>
    <button class="button outlined" type="button" (click)="play()">
      <tall-icon name="sound" /> {{ t('card.play') }}
    </button>
    @if (of().synthetic) {
      <span class="small soft">{{ t('card.computer-voice') }}</span>
    }
  `,
})
export class PlayButton {
  readonly of = input.required<Heard>();

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
