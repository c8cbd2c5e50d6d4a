import { Component, computed, DOCUMENT, inject, input, resource } from '@angular/core';

import { purposeOf } from '../../core/http/service-purposes';
import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Erasures } from '../../core/people/erasures';
import { saveFile } from '../../core/save-file';
import { Empty } from '../../ui/empty';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { partsOf } from './erased-parts';

/** What has become of an erasure, for whoever has its number; in the end its certificate, to be printed or kept. */
@Component({
  selector: 'tall-erasure-standing',
  imports: [Empty, Icon, Loaded, Page],
  templateUrl: './erasure-standing.html',
  styles: `
    li {
      row-gap: 0;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(0, auto) minmax(0, 1fr);
      gap: 0.375rem 1.25rem;
    }
    /* A number of 36 letters and a date have no room beside their names. */
    @media (max-width: 36rem) {
      dl {
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
      }
      dd + dt {
        margin-block-start: 0.75rem;
      }
    }
    dt {
      color: var(--tall-ink-soft);
    }
    dd {
      overflow-wrap: anywhere;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ErasureStanding {
  readonly erasureId = input.required<string>();

  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  private readonly erasures = inject(Erasures);
  private readonly page = inject(DOCUMENT);

  protected readonly erasure = resource({
    params: () => this.erasureId(),
    loader: async ({ params }) => ({ found: await this.erasures.find(params) }),
  });
  protected readonly found = computed(() => (this.erasure.hasValue() ? this.erasure.value().found : undefined));
  protected readonly deadline = computed(() => {
    const found = this.found();
    return found && 'deadlineAt' in found ? this.formats.date(found.deadlineAt) : undefined;
  });
  protected readonly parts = computed(() =>
    partsOf(this.found()?.confirmations ?? []).map((part) => {
      const purpose = purposeOf(part.service);
      return { ...part, name: purpose ? this.t(purpose) : part.service };
    }),
  );
  protected readonly confirmed = computed(() => this.parts().filter(({ confirmedAt }) => confirmedAt).length);

  protected print(): void {
    this.page.defaultView?.print();
  }

  protected save(): void {
    const content = new Blob([JSON.stringify(this.found(), null, 2)], { type: 'application/json' });
    saveFile(this.page, content, `tall-${this.erasureId()}.json`);
  }
}
