import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Tagged } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Failure } from '../../ui/failure';
import { PeopleApi, type User } from './people-api';

/** Whether somebody may log in, and a way back for who lost their second factor. */
@Component({
  selector: 'tall-account-panel',
  imports: [Failure],
  templateUrl: './account-panel.html',
})
export class AccountPanel {
  readonly of = input.required<Tagged<User>>();
  readonly changed = output();

  protected readonly t = inject(Translator).t;
  private readonly people = inject(PeopleApi);

  protected readonly user = computed(() => this.of().value);
  protected readonly isSuspended = computed(() => this.user().status === 'suspended');
  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly haveFactorsGone = signal(false);
  protected readonly failure = this.action.failure;

  protected turn(): Promise<void> {
    return this.action.run(async () => {
      await this.people.setStatus(this.user().id, this.isSuspended() ? 'active' : 'suspended', this.of().etag);
      this.changed.emit();
    });
  }

  protected removeFactors(): Promise<void> {
    return this.action.run(async () => {
      await this.people.removeFactors(this.user().id);
      this.haveFactorsGone.set(true);
      this.changed.emit();
    });
  }
}
