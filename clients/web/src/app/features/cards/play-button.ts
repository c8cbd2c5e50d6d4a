import {
  afterNextRender,
  Component,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import { Connection } from '../../core/offline/connection';
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
    <audio #audio preload="auto" [src]="of().url" (error)="isSilent.set(true)" (canplay)="isSilent.set(false)"></audio>
    <button class="button outlined" type="button" (click)="play()">
      <tall-icon name="sound" /> {{ t('card.play') }}
    </button>
    @if (isSilent()) {
      <span class="small" role="status">{{ t(isOnline() ? 'card.no-sound-now' : 'card.no-sound') }}</span>
    } @else if (of().synthetic) {
      <span class="small soft">{{ t('card.computer-voice') }}</span>
    }
  `,
})
export class PlayButton {
  readonly of = input.required<Heard>();

  protected readonly t = inject(Translator).t;
  protected readonly isOnline = inject(Connection).isOnline;
  /** It could not be had: there is no connection, and it was not taken along. */
  protected readonly isSilent = linkedSignal({ source: this.of, computation: () => false });
  private readonly audio = viewChild.required<ElementRef<HTMLAudioElement>>('audio');

  constructor() {
    afterNextRender(() => {
      this.play();
    });
    effect(() => {
      // Once more when the connection is back.
      if (this.isOnline() && untracked(this.isSilent)) this.audio().nativeElement.load();
    });
  }

  /** A browser that wants a touch before any sound refuses the first time; the button is there for that. */
  protected play(): void {
    const { nativeElement: audio } = this.audio();
    audio.currentTime = 0;
    audio.play().catch(() => undefined);
  }
}
