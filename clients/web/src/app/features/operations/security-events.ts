import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { SelectField } from '../../ui/select-field';
import { OperationsApi, SECURITY_KINDS, type SecurityEvent, type SecurityEventsWanted } from './operations-api';

const AT_ONCE = 50;

/** What happened to the security of accounts, the latest first; of which kind and to whom is in the address. */
@Component({
  selector: 'tall-security-events',
  imports: [Empty, Page, PagesEnd, RouterLink, SelectField],
  templateUrl: './security-events.html',
})
export class SecurityEvents {
  /** From the address, so anything. */
  readonly userId = input<string>();
  readonly kind = input<string>();

  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly formats = inject(Formats);
  protected readonly names = inject(Names);
  private readonly operations = inject(OperationsApi);
  private readonly router = inject(Router);

  protected readonly shown = computed(() => SECURITY_KINDS.find((one) => one === this.kind()) ?? 'any');
  protected readonly kinds = computed(() => [
    { value: 'any' as const, label: this.t('security-events.any') },
    ...SECURITY_KINDS.map((value) => ({ value, label: this.t(`security-kind.${value}`) })),
  ]);

  protected readonly pages = signal<Pages<SecurityEvent> | undefined>(undefined);
  protected readonly events = computed(() =>
    (this.pages()?.items() ?? []).map((event) => ({ ...event, text: this.textOf(event) })),
  );

  constructor() {
    effect(() => {
      const userId = this.userId();
      const kind = this.shown();
      const wanted: SecurityEventsWanted = {
        limit: AT_ONCE,
        ...(userId && { userId }),
        ...(kind !== 'any' && { kind }),
      };
      untracked(() => this.pages.set(new Pages((cursor) => this.page({ ...wanted, cursor }))));
    });
  }

  protected show(kind: string): Promise<boolean> {
    const queryParams = { kind: kind === 'any' ? null : kind };
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** What is newer than this client is shown as the server names it. */
  private textOf({ kind, detail }: SecurityEvent): string {
    const what = this.translator.known(`security-kind.${kind}`);
    const why = this.translator.known(`security-detail.${detail ?? ''}`);
    const parts = [what ? this.t(what) : kind, why ? this.t(why) : detail];
    return parts.filter(Boolean).join(': ');
  }

  private async page(wanted: SecurityEventsWanted) {
    const page = await this.operations.securityEvents(wanted);
    await this.names.ask(page.items.map((event) => event.userId));
    return page;
  }
}
