import { Component, computed, inject, signal } from '@angular/core';
import { newId } from '@tall/api/http';

import { FailureMessages } from '../../core/http/failure-message';
import { Translator } from '../../core/i18n/translator';
import { Action } from '../../ui/action';
import { Failure } from '../../ui/failure';
import { FileChoice } from '../../ui/file-choice';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { Changes } from './changes';
import { ContentApi, type Effect, type NamedFile, type Preview } from './content-api';

const EFFECTS: readonly Effect[] = ['new', 'changed', 'unchanged', 'archived', 'left-out'];

/** Content from files: first what it would change or what is wrong, then the change. */
@Component({
  selector: 'tall-import',
  imports: [Changes, Failure, FileChoice, Page, Skeleton],
  templateUrl: './import.html',
  styleUrl: './import.css',
})
export class Import {
  protected readonly t = inject(Translator).t;
  private readonly messages = inject(FailureMessages);
  private readonly content = inject(ContentApi);

  private files: NamedFile[] = [];
  /** One for each choice of files: a lost answer is asked for again under the same id. */
  private importId = newId();

  private readonly looking = new Action();
  private readonly importing = new Action();
  protected readonly isBusy = computed(() => this.looking.isBusy() || this.importing.isBusy());
  protected readonly failure = this.looking.failure;
  /** Told beside the button, which is far from the choice of the files. */
  protected readonly importFailure = this.importing.failure;
  protected readonly preview = signal<Preview | undefined>(undefined);
  protected readonly done = signal<string | undefined>(undefined);

  protected readonly counts = computed(() => this.told(this.preview()?.counts ?? {}));
  protected readonly faults = computed(() =>
    (this.preview()?.faults ?? []).map((fault) => ({
      place: this.t('import.place', { file: fault.file, line: fault.line }),
      path: fault.path,
      message: this.messages.ofField({ ...fault, pointer: fault.path }),
    })),
  );
  protected readonly touched = computed(() =>
    (this.preview()?.items ?? []).filter((item) => item.effect !== 'unchanged'),
  );
  protected readonly canImport = computed(() => this.faults().length === 0 && this.touched().length > 0);

  protected look(chosen: readonly File[]): Promise<void> {
    this.importFailure.set(undefined);
    return this.looking.run(async () => {
      this.preview.set(undefined);
      this.done.set(undefined);
      this.files = await Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() })));
      this.importId = newId();
      this.preview.set(await this.content.preview(this.files));
    });
  }

  protected import(): Promise<void> {
    return this.importing.run(async () => {
      const { counts } = await this.content.import(this.importId, this.files);
      this.preview.set(undefined);
      this.done.set(this.told(counts));
    });
  }

  private told(counts: Partial<Record<Effect, number>>): string {
    return EFFECTS.flatMap((effect) => {
      const count = counts[effect];
      return count ? [`${this.t(`effect.${effect}`)}: ${String(count)}`] : [];
    }).join(', ');
  }
}
