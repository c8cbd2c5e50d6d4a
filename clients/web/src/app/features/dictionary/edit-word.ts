import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { afterEditing } from './after-editing';
import { DictionaryApi } from './dictionary-api';
import { wordChange, wordForm, wordRules } from './word-form';
import { WordFields } from './word-fields';

/** A word of the dictionary, to be put right. */
@Component({
  selector: 'tall-edit-word',
  imports: [Failure, Loaded, Page, WordFields],
  template: `
    <tall-page [back]="back()" [backLabel]="backLabel()" [heading]="t('dictionary.edit')">
      <tall-loaded [of]="word">
        <form class="stack" novalidate (submit)="submission.send($event)">
          <tall-word-fields [of]="form" />
          @if (submission.failure(); as why) {
            <tall-failure [of]="why" />
            <ul class="error">
              @for (fault of submission.unplaced(); track $index) {
                <li>{{ fault }}</li>
              }
            </ul>
          }
          <div class="row">
            <button class="button filled" type="submit" [disabled]="form().submitting()">{{ t('save') }}</button>
          </div>
        </form>
      </tall-loaded>
    </tall-page>
  `,
})
export class EditWord {
  readonly wordId = input.required<string>();
  /** The sitting that is interrupted for it. */
  readonly from = input<string>();

  protected readonly t = inject(Translator).t;
  private readonly dictionary = inject(DictionaryApi);
  private readonly router = inject(Router);

  protected readonly word = resource({
    params: () => this.wordId(),
    loader: ({ params }) => this.dictionary.word(params),
  });
  private readonly before = computed(() => (this.word.hasValue() ? this.word.value() : undefined));
  protected readonly back = computed(() => afterEditing(this.wordId(), this.from()));
  protected readonly backLabel = computed(() => this.t(this.from() ? 'week.to-sitting' : 'dictionary.to-word'));

  private readonly model = linkedSignal(() => wordForm(this.before()?.value, this.before()?.value.tags));
  protected readonly form = form(this.model, wordRules);
  protected readonly submission = new Submission(this.form, async () => {
    const before = this.before();
    if (!before) return;
    const change = wordChange(before.value, this.model());
    if (Object.keys(change).length > 0) await this.dictionary.change(this.wordId(), before.etag, change);
    this.form().reset();
    await this.router.navigateByUrl(this.back());
  });

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }
}
