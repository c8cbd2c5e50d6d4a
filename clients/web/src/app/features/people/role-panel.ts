import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { Tagged } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Failure } from '../../ui/failure';
import { SelectField } from '../../ui/select-field';
import { PeopleApi, type Role, ROLES, type User } from './people-api';

/** What somebody may do, and giving them another role. */
@Component({
  selector: 'tall-role-panel',
  imports: [Failure, SelectField],
  template: `
    <section class="panel stack" [attr.aria-label]="t('people.role')">
      <h2>{{ t('people.role') }}</h2>
      <tall-select-field
        [label]="t('role-panel.label')"
        [options]="options()"
        [value]="chosen()"
        (chosen)="chosen.set($event)"
      />
      <p class="small soft">{{ t('role-panel.text') }}</p>
      @if (failure(); as why) {
        <tall-failure [of]="why" />
      }
      <div>
        <button class="button outlined" type="button" [disabled]="isSame() || isBusy()" (click)="give()">
          {{ t('role-panel.give') }}
        </button>
      </div>
    </section>
  `,
})
export class RolePanel {
  readonly of = input.required<Tagged<User>>();
  /** Else only those between whom an educational administrator chooses. */
  readonly mayGiveAll = input.required<boolean>();
  readonly changed = output<Tagged<User>>();

  protected readonly t = inject(Translator).t;
  private readonly people = inject(PeopleApi);

  protected readonly options = computed(() => {
    const roles: readonly Role[] = this.mayGiveAll() ? ROLES : ['student', 'teacher'];
    return roles.map((value) => ({ value, label: this.t(`role.${value}`) }));
  });
  protected readonly chosen = linkedSignal(() => this.of().value.role);
  protected readonly isSame = computed(() => this.chosen() === this.of().value.role);
  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;

  protected give(): Promise<void> {
    const { value, etag } = this.of();
    return this.action.run(async () => {
      this.changed.emit(await this.people.giveRole(value.id, this.chosen(), etag));
    });
  }
}
