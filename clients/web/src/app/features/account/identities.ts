import { Component, computed, inject, resource, signal } from '@angular/core';
import { answerOf } from '@tall/api/http';

import { API } from '../../core/http/api';
import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Schools } from '../log-in/schools';

/** The schools by whose word somebody logs in: linked here, and unlinked. */
@Component({
  selector: 'tall-identities',
  imports: [Empty, Failure, Loaded, Page],
  templateUrl: './identities.html',
})
export class Identities {
  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly api = inject(API);
  private readonly schools = inject(Schools);

  protected readonly known = resource({
    loader: async () => {
      const [linked, providers] = await Promise.all([
        answerOf(this.api.GET('/api/v2/profile/me/identities')),
        answerOf(this.api.GET('/api/v2/profile/identity-providers')),
      ]);
      return { linked: linked.items, providers: providers.items };
    },
  });
  protected readonly linked = computed(() => (this.known.hasValue() ? this.known.value().linked : []));
  protected readonly others = computed(() => {
    const linked = new Set(this.linked().map((identity) => identity.providerId));
    const providers = this.known.hasValue() ? this.known.value().providers : [];
    return providers.filter((provider) => !linked.has(provider.providerId));
  });
  protected readonly failure = signal<unknown>(undefined);

  protected async link(providerId: string): Promise<void> {
    this.failure.set(undefined);
    await this.schools.goToLink(providerId).catch((failure: unknown) => this.failure.set(failure));
  }

  protected async unlink(identityId: string): Promise<void> {
    this.failure.set(undefined);
    const gone = this.api.DELETE('/api/v2/profile/me/identities/{identityId}', { params: { path: { identityId } } });
    await answerOf(gone).then(
      () => this.known.reload(),
      (failure: unknown) => this.failure.set(failure),
    );
  }
}
