import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, maxLength, pattern, required } from '@angular/forms/signals';
import { isProblem } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Failure } from '../../ui/failure';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { OperationsApi, type Policy } from './operations-api';

const VERSION = /^\d+\.\d+\.\d+$/;
const LONGEST_MESSAGE = 500;

/** Which versions of one client may call, and what is said to those that are too old. */
@Component({
  selector: 'tall-policy-form',
  imports: [Failure, TextField],
  templateUrl: './policy-form.html',
})
export class PolicyForm {
  readonly of = input.required<Policy>();
  readonly changed = output<Policy>();
  /** Somebody else changed it meanwhile. */
  readonly outdated = output();

  protected readonly t = inject(Translator).t;
  private readonly operations = inject(OperationsApi);

  protected readonly title = computed(() => this.t(`platform.${this.of().platform}`));
  private readonly model = linkedSignal(() => {
    const { minimum, latest, message } = this.of();
    return { minimum, latest, message };
  });
  protected readonly form = form(this.model, (path) => {
    for (const version of [path.minimum, path.latest]) {
      required(version);
      pattern(version, VERSION, { message: () => this.t('field.not-a-version') });
    }
    for (const text of [path.message.nl, path.message.en, path.message.ru]) {
      required(text);
      maxLength(text, LONGEST_MESSAGE);
    }
  });
  protected readonly isOutdated = (failure: unknown) => isProblem(failure, 'precondition-failed');
  protected readonly submission = new Submission(this.form, async () => {
    const policy = await this.operations.changePolicy(this.of(), this.model());
    this.form().reset();
    this.changed.emit(policy);
  });

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }

  protected readAgain(): void {
    this.form().reset();
    this.outdated.emit();
  }
}
