import { Component, computed, inject, resource } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { OperationsApi, type Policy } from './operations-api';
import { PolicyForm } from './policy-form';

const DAYS = 30;

/** Which versions of the clients may call, beside those that do. */
@Component({
  selector: 'tall-clients',
  imports: [Loaded, Page, PolicyForm],
  templateUrl: './clients.html',
  styleUrl: './clients.css',
})
export class Clients {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly operations = inject(OperationsApi);

  protected readonly policies = resource({ loader: () => this.operations.policies() });
  protected readonly list = computed(() => (this.policies.hasValue() ? this.policies.value() : []));

  protected readonly usage = resource({ loader: () => this.operations.usage(DAYS) });
  protected readonly used = computed(() => {
    const usage = this.usage.hasValue() ? this.usage.value() : [];
    return usage.toSorted((one, other) => other.requests - one.requests);
  });
  /** The clients that keep the old API alive. */
  protected readonly usesOldApi = computed(() => this.used().some((client) => client.api === 'v1'));

  protected keep(changed: Policy): void {
    this.policies.set(this.list().map((policy) => (policy.platform === changed.platform ? changed : policy)));
  }
}
