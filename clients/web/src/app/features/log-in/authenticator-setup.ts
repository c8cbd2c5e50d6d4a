import { Component, computed, inject, input, resource } from '@angular/core';
import type { Schemas } from '@tall/api/http';

import { Translator } from '../../core/i18n/translator';
import { Loaded } from '../../ui/loaded';

type Enrolment = Schemas['profile']['EnrolmentView'];

/** What an authenticator app is to know: to scan, to open on this device, or to type. */
@Component({
  selector: 'tall-authenticator-setup',
  imports: [Loaded],
  template: `
    <tall-loaded [of]="enrolment">
      @if (shown(); as view) {
        <img [src]="picture()" width="220" height="220" [alt]="t('authenticator.qr')" />
        <p class="small soft">{{ t('authenticator.by-hand') }}</p>
        <p class="secret">{{ spaced() }}</p>
        <p>
          <a [href]="view.otpauthUri">{{ t('authenticator.open') }}</a>
        </p>
      }
    </tall-loaded>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }
    img {
      padding: 0.5rem;
      background: #fff;
      border-radius: var(--tall-radius-small);
    }
    .secret {
      font-size: 1.125rem;
      letter-spacing: 0.05em;
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
})
export class AuthenticatorSetup {
  readonly begin = input.required<() => Promise<Enrolment>>();

  protected readonly t = inject(Translator).t;
  protected readonly enrolment = resource({ params: () => this.begin(), loader: ({ params }) => params() });
  protected readonly shown = computed(() => (this.enrolment.hasValue() ? this.enrolment.value() : undefined));
  /** An image in an `img`, where nothing of it runs. */
  protected readonly picture = computed(
    () => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(this.shown()?.qrCode ?? '')}`,
  );
  protected readonly spaced = computed(() =>
    this.shown()
      ?.secret.match(/.{1,4}/g)
      ?.join(' '),
  );
}
