import { Component, computed, inject, resource } from '@angular/core';
import type { ServiceName } from '@tall/api/http';

import { SERVICE_PURPOSES } from '../../core/http/service-purposes';
import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { FleetApi } from './fleet-api';

const NAMES = Object.keys(SERVICE_PURPOSES) as ServiceName[];

/** How the services of the fleet stand. */
@Component({
  selector: 'tall-fleet',
  imports: [Icon, Loaded, Page],
  template: `
    <tall-page back="/people" [backLabel]="t('people.title')" [heading]="t('fleet.title')" [lead]="t('fleet.lead')">
      <tall-loaded [of]="standings" [lines]="7">
        <p role="status" [class.silent]="silent() > 0">
          {{ silent() > 0 ? t('fleet.silent', { count: silent() }) : t('fleet.all') }}
        </p>
        <ul class="panel plain-list rows">
          @for (one of list(); track one.name) {
            <li class="row apart">
              <span>
                <strong>{{ one.name }}</strong> <br /><span class="small soft">{{ one.purpose }}</span>
                @if (one.since) {
                  <br /><span class="small soft">{{ one.since }}</span>
                }
                @if (one.lacks) {
                  <br /><span class="small silent">{{ one.lacks }}</span>
                }
              </span>
              <span class="mark" [class.silent]="!one.answers">
                <tall-icon [name]="one.answers ? 'check' : 'warning'" /> {{ one.text }}
              </span>
            </li>
          }
        </ul>
      </tall-loaded>
      <p>
        <button class="button outlined" type="button" [disabled]="standings.isLoading()" (click)="standings.reload()">
          {{ t('fleet.again') }}
        </button>
      </p>
      @if (links(); as known) {
        @if (known.metrics || known.logs) {
          <ul class="row plain-list">
            @if (known.metrics; as address) {
              <li>
                <a [href]="address" rel="noreferrer">{{ t('fleet.metrics') }}</a>
              </li>
            }
            @if (known.logs; as address) {
              <li>
                <a [href]="address" rel="noreferrer">{{ t('fleet.logs') }}</a>
              </li>
            }
          </ul>
        } @else {
          <p class="small soft">{{ t('fleet.inside') }}</p>
        }
      }
    </tall-page>
  `,
  styles: `
    li > span:first-child {
      flex: 1 1 16rem;
    }
    .mark {
      display: inline-flex;
      gap: 0.375rem;
      align-items: center;
      color: var(--tall-right);
      font-variant-numeric: tabular-nums;
    }
    .silent {
      color: var(--tall-wrong);
      font-weight: 600;
    }
  `,
})
export class Fleet {
  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);
  private readonly fleet = inject(FleetApi);

  protected readonly standings = resource({ loader: () => this.fleet.ask(NAMES) });
  private readonly dashboards = resource({ loader: () => this.fleet.links() });
  /** Nobody is told that there are none before that is known. */
  protected readonly links = computed(() => {
    if (this.dashboards.isLoading()) return undefined;
    return this.dashboards.hasValue() ? this.dashboards.value() : {};
  });
  private readonly known = computed(() => (this.standings.hasValue() ? this.standings.value() : []));
  protected readonly silent = computed(() => this.known().filter(({ answers }) => !answers).length);
  protected readonly list = computed(() =>
    this.known().map(({ service, answers, milliseconds, version, startedAt, lacks }) => ({
      name: service,
      purpose: this.t(SERVICE_PURPOSES[service]),
      answers,
      since:
        version === undefined || startedAt === undefined
          ? undefined
          : this.t('fleet.since', { version, moment: this.formats.moment(startedAt) }),
      lacks: lacks.length > 0 ? this.t('fleet.lacks', { needs: lacks.join('; ') }) : undefined,
      text: answers
        ? this.t('fleet.answers', { milliseconds: this.formats.amount(milliseconds) })
        : this.t('fleet.does-not'),
    })),
  );
}
