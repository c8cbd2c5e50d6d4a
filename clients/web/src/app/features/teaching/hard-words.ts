import { Component, inject, input } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Headword } from '../cards/headword';
import type { HardWord } from './teaching-api';

/** Words that go wrong, the hardest first. */
@Component({
  selector: 'tall-hard-words',
  imports: [Headword],
  template: `
    <ol>
      @for (word of of(); track word.wordId) {
        <li>
          @if (word.headword; as headword) {
            <tall-headword [text]="headword" />
          } @else {
            <em class="soft">{{ t('hard-words.own') }}</em>
          }
          <span class="small soft numbers">
            {{ t('hard-words.wrong', { wrong: formats.amount(word.wrong), answers: formats.amount(word.answers) }) }}
            @if (word.students; as students) {
              · {{ t('hard-words.students', { count: students }) }}
            } @else if (word.lapses > 0) {
              · {{ t('hard-words.lapses', { count: word.lapses }) }}
            }
          </span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0.125rem 1rem;
      padding-block: 0.5rem;
    }
    li + li {
      border-top: 1px solid var(--tall-line);
    }
    tall-headword {
      font-weight: 600;
    }
  `,
})
export class HardWords {
  readonly of = input.required<readonly HardWord[]>();
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
}
