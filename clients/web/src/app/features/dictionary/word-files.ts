import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { newId, Problem } from '@tall/api/http';
import { own } from '@tall/api/own';

import { FailureMessages } from '../../core/http/failure-message';
import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { saveFile } from '../../core/save-file';
import { Action } from '../../ui/action';
import { Choice } from '../../ui/choice';
import { Failure } from '../../ui/failure';
import { FileChoice } from '../../ui/file-choice';
import { Icon } from '../../ui/icon';
import { Page } from '../../ui/page';
import { Pages } from '../../ui/pages';
import { PagesEnd } from '../../ui/pages-end';
import { SelectField } from '../../ui/select-field';
import { Skeleton } from '../../ui/skeleton';
import { Headword } from '../cards/headword';
import { base64Of } from './base64';
import { type Column, COLUMNS, withField } from './file-mapping';
import {
  type FilePreview,
  FilesApi,
  type ImportWishes,
  type LineFault,
  type WordFile,
  type WordImport,
} from './files-api';

const NONE = '';
const MOST_BYTES = 14 * 1024 * 1024;
const DELIMITERS = ['tab', 'semicolon', 'comma'] as const;
const HEADERS = ['first', 'none'] as const;

/** Words from a file: first what it would bring and what is wrong, then the words; and the dictionary as a file. */
@Component({
  selector: 'tall-word-files',
  imports: [Choice, Failure, FileChoice, Headword, Icon, Page, PagesEnd, SelectField, Skeleton],
  templateUrl: './word-files.html',
  styleUrl: './word-files.css',
})
export class WordFiles {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly formats = inject(Formats);
  private readonly messages = inject(FailureMessages);
  private readonly files = inject(FilesApi);
  private readonly page = inject(DOCUMENT);

  private file: WordFile | undefined;
  /** One for each choice of a file: a lost answer is asked for again under the same id. */
  private importId = newId();

  private readonly action = new Action();
  private readonly adding = new Action();
  protected readonly isBusy = computed(() => this.action.isBusy() || this.adding.isBusy());
  protected readonly failure = this.action.failure;
  /** Told beside the button, which is far from the choice of the file. */
  protected readonly addingFailure = this.adding.failure;
  protected readonly isTooLarge = signal(false);
  protected readonly preview = signal<FilePreview | undefined>(undefined);
  protected readonly duplicates = signal<ImportWishes['duplicates']>('skip');
  protected readonly done = signal<WordImport | undefined>(undefined);
  protected readonly imports = signal<Pages<WordImport> | undefined>(undefined);
  private readonly undone = signal<ReadonlyMap<string, WordImport>>(new Map());

  /** What is wrong with the file as a whole. */
  protected readonly refusals = computed(() => {
    const failure = this.failure();
    return failure instanceof Problem ? failure.faults.map((fault) => this.messages.ofField(fault)) : [];
  });
  protected readonly canImport = computed(() => (this.preview()?.counts.words ?? 0) > 0);
  protected readonly noteTypes = computed(() => {
    const { noteTypes = [], mapping } = this.preview() ?? {};
    const named = mapping?.noteTypes ?? {};
    return noteTypes.map(({ name, fields }) => ({
      name,
      options: [
        { value: NONE, label: this.t('word-file.nothing') },
        ...fields.map((field) => ({ value: field, label: field })),
      ],
      columns: COLUMNS.map((column) => ({
        column,
        label: this.t(`word-column.${column}`),
        value: own(named, name)?.[column] ?? NONE,
      })),
    }));
  });
  protected readonly wishes = computed(() =>
    (['skip', 'add'] as const).map((value) => ({ value, label: this.t(`word-duplicates.${value}`) })),
  );
  protected readonly delimiters = computed(() =>
    DELIMITERS.map((value) => ({ value, label: this.t(`word-delimiter.${value}`) })),
  );
  protected readonly headers = computed(() =>
    HEADERS.map((value) => ({ value, label: this.t(value === 'first' ? 'yes' : 'no') })),
  );
  protected readonly table = computed(() => {
    const table = this.preview()?.table;
    if (!table) return undefined;
    const delimiter = DELIMITERS.find((one) => one === table.delimiter) ?? 'tab';
    return { delimiter, header: HEADERS.find((one) => one === table.header) ?? 'none' };
  });

  protected choose([chosen]: readonly File[]): Promise<void> {
    this.addingFailure.set(undefined);
    return this.action.run(async () => {
      this.preview.set(undefined);
      this.done.set(undefined);
      this.file = undefined;
      this.isTooLarge.set(!!chosen && chosen.size > MOST_BYTES);
      if (!chosen || this.isTooLarge()) return;
      this.importId = newId();
      await this.look({ file: base64Of(new Uint8Array(await chosen.arrayBuffer())) });
    });
  }

  protected map(noteType: string, column: Column, field: string): Promise<void> {
    return this.action.run(async () => {
      const [file, preview] = [this.file, this.preview()];
      if (!file || !preview) return;
      await this.look({ ...file, mapping: withField(preview.mapping, noteType, column, field || null) });
    });
  }

  /** Read otherwise, a table has other fields: what they are is found out anew. */
  protected shape(part: { delimiter?: string; header?: string }): Promise<void> {
    return this.action.run(async () => {
      const [file, table] = [this.file, this.preview()?.table];
      if (file && table) await this.look({ file: file.file, table: { ...table, ...part } });
    });
  }

  protected import(): Promise<void> {
    return this.adding.run(async () => {
      const [file, preview] = [this.file, this.preview()];
      if (!file || !preview) return;
      const faultyLines = preview.counts.leftOut > 0 ? 'leave-out' : 'refuse';
      this.done.set(await this.files.import(this.importId, file, { duplicates: this.duplicates(), faultyLines }));
      this.preview.set(undefined);
      this.imports.set(undefined);
    });
  }

  protected undo({ importId }: WordImport): Promise<void> {
    return this.action.run(async () => {
      const view = await this.files.undo(importId);
      this.undone.update((all) => new Map(all).set(importId, view));
    });
  }

  /** As it is now, also when it was taken back on this screen. */
  protected now(one: WordImport): WordImport {
    return this.undone().get(one.importId) ?? one;
  }

  /** Fetched when somebody wants to see them. */
  protected showImports(): void {
    if (!this.imports()) this.imports.set(new Pages((cursor) => this.files.imports(cursor)));
  }

  protected saveTable(): Promise<void> {
    return this.action.run(async () => saveFile(this.page, await this.files.table(), 'dictionary.tsv'));
  }

  protected savePackage(): Promise<void> {
    return this.action.run(async () => saveFile(this.page, await this.files.package(), 'dictionary.apkg'));
  }

  protected explain(fault: LineFault): string {
    const key = this.translator.known(`line-fault.${fault.code}`);
    return key ? this.t(key) : fault.message;
  }

  protected glossesOf({ glosses }: FilePreview['words'][number]) {
    return Object.entries(glosses).map(([key, value]) => ({ key, value }));
  }

  private async look(file: WordFile): Promise<void> {
    this.preview.set(await this.files.preview(file));
    this.file = file;
  }
}
