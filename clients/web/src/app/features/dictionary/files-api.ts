import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { DictionaryApi } from './dictionary-api';

type Cards = Schemas['learningCards'];
export type FilePreview = Cards['WordFilePreview'];
export type FileMapping = Cards['WordFileMapping'];
export type TableShape = Cards['WordTableShape'];
export type WordImport = Cards['WordImportView'];
export type LineFault = Cards['LineFaultView'];

/** A file, and how it is read where that is not what the preview says. */
export interface WordFile {
  /** In base64. */
  readonly file: string;
  readonly mapping?: FileMapping;
  readonly table?: TableShape;
}

export interface ImportWishes {
  readonly duplicates: Cards['DuplicatesName'];
  readonly faultyLines: Cards['FaultyLinesName'];
}

/** Words from files, and as files. */
@Service()
export class FilesApi {
  private readonly api = inject(API);
  private readonly dictionary = inject(DictionaryApi);

  preview(file: WordFile): Promise<FilePreview> {
    const body = { ...file, language: this.dictionary.glossLanguage() };
    return answerOf(this.api.POST('/api/v2/learning-cards/imports/previews', { body }));
  }

  import(importId: string, file: WordFile, wishes: ImportWishes): Promise<WordImport> {
    const body = { ...file, ...wishes, language: this.dictionary.glossLanguage() };
    return answerOf(
      this.api.PUT('/api/v2/learning-cards/imports/{importId}', { params: { path: { importId } }, body }),
    );
  }

  imports(cursor: string | undefined): Promise<Cards['Page_WordImportView']> {
    return answerOf(this.api.GET('/api/v2/learning-cards/imports', { params: { query: { limit: 10, cursor } } }));
  }

  /** Takes away what an import brought, save what was touched since. */
  undo(importId: string): Promise<WordImport> {
    return answerOf(
      this.api.POST('/api/v2/learning-cards/imports/{importId}/undos', { params: { path: { importId } } }),
    );
  }

  table(): Promise<Blob> {
    return answerOf(this.api.GET('/api/v2/learning-cards/dictionary.tsv', { parseAs: 'blob' }));
  }

  package(): Promise<Blob> {
    return answerOf(this.api.GET('/api/v2/learning-cards/dictionary.apkg', { parseAs: 'blob' }));
  }
}
