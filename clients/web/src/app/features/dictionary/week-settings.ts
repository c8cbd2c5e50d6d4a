import { Component, computed, inject, linkedSignal, resource, untracked } from '@angular/core';
import { form, required, validate } from '@angular/forms/signals';
import { isProblem } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { AnswerLanguage } from './answer-language';
import { WeekApi } from './week-api';
import { changeOf, LONGEST, measureOf, typedOf } from './week-measure';

/** How much a week is to hold, from which language, and where its days begin. */
@Component({
  selector: 'tall-week-settings',
  imports: [Choice, Failure, Loaded, Page, TextField],
  templateUrl: './week-settings.html',
})
export class WeekSettings {
  protected readonly t = inject(Translator).t;
  private readonly api = inject(WeekApi);
  private readonly answerLanguage = inject(AnswerLanguage);

  protected readonly settings = resource({ loader: () => this.api.settings() });
  private readonly known = computed(() => (this.settings.hasValue() ? this.settings.value() : undefined));
  protected readonly zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone;
  protected readonly zone = computed(() => this.known()?.value.zone);
  protected readonly isElsewhere = computed(() => this.zone() !== undefined && this.model().zone !== this.zoneHere);

  protected readonly model = linkedSignal(() => {
    const language = untracked(this.answerLanguage.now);
    return typedOf(this.known()?.value, this.zoneHere, language);
  });
  protected readonly form = form(this.model, (path) => {
    required(path.amount);
    validate(path.amount, ({ value, valueOf }) => {
      const most = LONGEST[valueOf(path.measure)];
      const isRight = /^\d{1,3}$/.test(value()) && Number(value()) >= 1 && Number(value()) <= most;
      return isRight ? undefined : { kind: 'range', message: this.t('week-settings.range', { most }) };
    });
  });
  protected readonly measures = computed(() =>
    (['words', 'minutes'] as const).map((value) => ({ value, label: this.t(`week-settings.${value}`) })),
  );
  protected readonly languages = computed(() =>
    (['en', 'ru'] as const).map((value) => ({ value, label: this.t(`content-field.${value}`) })),
  );
  protected readonly isOutdated = (failure: unknown) => isProblem(failure, 'precondition-failed');
  protected readonly submission = new Submission(this.form, async () => {
    const known = this.known();
    if (!known) return;
    this.settings.set(await this.api.changeSettings(changeOf(this.model()), known.etag));
    this.form().reset();
  });

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }

  protected choose(change: Partial<ReturnType<typeof typedOf>>): void {
    this.model.update((typed) => ({ ...typed, ...change }));
    this.form().markAsDirty();
  }

  protected readAgain(): void {
    this.form().reset();
    this.settings.reload();
  }

  /** A number of words is no number of minutes. */
  protected measure(measure: 'words' | 'minutes'): void {
    this.choose({ measure, amount: measureOf(this.known()?.value, measure) });
  }
}
