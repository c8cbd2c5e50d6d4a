import { Component, inject, signal } from '@angular/core';
import { answerOf, newId } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';

/** Codes to write down, for when the app or the key is lost. Shown once; new ones void those before. */
@Component({
  selector: 'tall-recovery-codes',
  imports: [Failure, Page],
  template: `
    <tall-page class="narrow" back="/security" [heading]="t('recovery.title')" [lead]="t('recovery.lead')">
      @if (codes(); as shown) {
        <p>{{ t('recovery.write-down') }}</p>
        <ul class="panel codes numbers">
          @for (code of shown; track code) {
            <li>{{ code }}</li>
          }
        </ul>
      } @else {
        @if (failure(); as why) {
          <tall-failure [of]="why" />
        }
        <button class="button filled" type="button" [disabled]="isBusy()" (click)="make()">
          {{ t('recovery.make') }}
        </button>
      }
    </tall-page>
  `,
  styles: `
    .codes {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
      gap: 0.75rem;
      font-size: 1.125rem;
      letter-spacing: 0.05em;
    }
  `,
})
export class RecoveryCodes {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(API);
  /** One set a visit: a repeat shows the same. */
  private readonly setId = newId();

  protected readonly codes = signal<readonly string[] | undefined>(undefined);
  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;

  protected make(): Promise<void> {
    return this.action.run(async () => {
      const made = this.api.PUT('/api/v2/profile/me/recovery-codes/{setId}', {
        params: { path: { setId: this.setId } },
      });
      this.codes.set((await answerOf(made)).codes);
    });
  }
}
