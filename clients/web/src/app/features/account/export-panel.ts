import { Component, computed, DOCUMENT, inject, resource, signal } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { saveFile } from '../../core/save-file';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { OwnExports } from './own-exports';

/** Everything that the school keeps of somebody, as one archive. */
@Component({
  selector: 'tall-export-panel',
  imports: [Failure, Icon, Loaded],
  templateUrl: './export-panel.html',
})
export class ExportPanel {
  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);
  private readonly exports = inject(OwnExports);
  private readonly document = inject(DOCUMENT);

  protected readonly current = resource({ loader: async () => ({ view: await this.exports.current() }) });
  protected readonly view = computed(() => (this.current.hasValue() ? this.current.value().view : undefined));
  protected readonly ready = computed(() => this.view()?.parts.filter((part) => part.readyAt).length ?? 0);
  protected readonly all = computed(() => this.view()?.parts.length ?? 0);
  protected readonly until = computed(() => {
    const end = this.view()?.expiresAt;
    return end ? this.formats.moment(end) : undefined;
  });
  protected readonly failure = signal<unknown>(undefined);

  protected ask(): Promise<void> {
    return this.attempt(async () => this.current.set({ view: await this.exports.ask() }));
  }

  protected download(exportId: string): Promise<void> {
    return this.attempt(async () => saveFile(this.document, await this.exports.fetch(exportId), 'tall.zip'));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.failure.set(undefined);
    await work().catch((failure: unknown) => this.failure.set(failure));
  }
}
