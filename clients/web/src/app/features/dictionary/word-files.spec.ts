import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { provideRouter } from '@angular/router';
import { FileChoice } from '../../ui/file-choice';
import { type FilePreview, FilesApi, type ImportWishes, type WordFile, type WordImport } from './files-api';
import { WordFiles } from './word-files';

const nothing = { gloss: null, sentence: null, translation: null, tags: null, list: null, remark: null };
const preview: FilePreview = {
  kind: 'table',
  counts: {
    notes: 2,
    words: 1,
    duplicates: 1,
    leftOut: 1,
    unmapped: 0,
    answers: 0,
    media: 0,
    recordings: 2,
    images: 0,
  },
  duplicates: [],
  faults: [{ line: 2, code: 'no-gloss', leavesOut: true, message: 'The line has no meaning.' }],
  mapping: { droppedTags: [], lists: {}, noteTypes: { table: { ...nothing, dutch: '1' } } },
  noteTypes: [{ name: 'table', fields: ['1', '2'], hasGaps: false }],
  table: { delimiter: 'tab', encoding: 'UTF-8', header: 'none' },
  words: [
    { line: 1, headword: 'het brood', glosses: { en: 'bread' }, tags: [], generated: ['forms'], stage: 'waiting' },
  ],
};
const added: WordImport = {
  importId: 'i',
  importedAt: '2026-11-29T09:00:00.000Z',
  stage: 'added',
  words: 1,
  skipped: 0,
  leftOut: 1,
};

describe('words from a file', () => {
  const api = {
    preview: vi.fn<(file: WordFile) => Promise<FilePreview>>(),
    import: vi.fn<(importId: string, file: WordFile, wishes: ImportWishes) => Promise<WordImport>>(),
    undo: vi.fn<(importId: string) => Promise<WordImport>>(),
  };
  let fixture: ComponentFixture<WordFiles>;
  let page: HTMLElement;

  beforeEach(() => {
    api.preview.mockReset().mockResolvedValue(preview);
    api.import.mockReset().mockResolvedValue(added);
    api.undo.mockReset().mockResolvedValue({ ...added, stage: 'taken-back' });
    TestBed.configureTestingModule({
      providers: [provideRouter([]), KEYS_FOR_TEXTS, { provide: FilesApi, useValue: api }],
    });
    fixture = TestBed.createComponent(WordFiles);
    page = fixture.nativeElement as HTMLElement;
  });

  const settle = async () => {
    // What a file is read by is not known to the fixture.
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const choose = async (size?: number) => {
    await fixture.whenStable();
    const file = new File(['brood\tbread'], 'words.tsv');
    if (size) Object.defineProperty(file, 'size', { value: size });
    const choice = fixture.debugElement.query(By.directive(FileChoice)).componentInstance as FileChoice;
    choice.chosen.emit([file]);
    await settle();
  };
  const press = async (text: string) => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(text))!.click();
    await settle();
  };

  it('are shown with their faults before anything is added', async () => {
    await choose();
    expect(api.preview).toHaveBeenCalledWith({ file: btoa('brood\tbread') });
    expect(page.textContent).toContain('line-fault.no-gloss');
    expect(page.textContent).toContain('word-file.recordings');
    expect(page.textContent).not.toContain('word-file.images');
    expect(page.textContent).toContain('word-file.generated');
    expect(api.import).not.toHaveBeenCalled();
  });

  it('are read anew when a column is another field, and added as they were shown', async () => {
    await choose();
    const select = page.querySelectorAll<HTMLSelectElement>('[role=group] select')[1]!;
    select.value = '2';
    select.dispatchEvent(new Event('change'));
    await settle();
    const mapping = { ...preview.mapping, noteTypes: { table: { ...nothing, dutch: '1', gloss: '2' } } };
    expect(api.preview).toHaveBeenLastCalledWith({ file: btoa('brood\tbread'), mapping });
    await press('word-file.do');
    expect(api.import.mock.calls[0]?.slice(1)).toEqual([
      { file: btoa('brood\tbread'), mapping },
      { duplicates: 'skip', faultyLines: 'leave-out' },
    ]);
  });

  it('are sent again under the same id, and can be taken away again', async () => {
    api.import.mockRejectedValueOnce(new Error('no connection'));
    await choose();
    await press('word-file.do');
    const failure = page.querySelector('[aria-label="word-file.preview"] tall-failure');
    expect(failure?.textContent).toContain('failure.defect');
    await press('word-file.do');
    expect(api.import.mock.calls[1]).toEqual(api.import.mock.calls[0]);
    await press('word-file.undo');
    expect(api.undo).toHaveBeenCalledWith('i');
    expect(page.textContent).toContain('word-import.taken-back');
  });

  it('are not sent when there are too many', async () => {
    await choose(15 * 1024 * 1024);
    expect(api.preview).not.toHaveBeenCalled();
    expect(page.textContent).toContain('word-file.too-large');
  });
});
