import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { Translator } from '../i18n/translator';
import { type Access, Notices, type Published } from '../notices/notices';
import { NoticeStrips } from './notice-strips';

const product = (id: string) => ({ id, title: { nl: `${id} (nl)`, en: id, ru: id } });

describe('what somebody should know', () => {
  const access = signal<Access | undefined>(undefined);
  const corrected = signal<readonly string[]>([]);
  const published = signal<readonly Published[]>([]);
  const putAway = vi.fn();
  let fixture: ComponentFixture<NoticeStrips>;

  beforeEach(() => {
    access.set(undefined);
    corrected.set([]);
    published.set([]);
    putAway.mockClear();
    const t = (key: string, values: Record<string, string | number> = {}) => [key, ...Object.values(values)].join('=');
    TestBed.configureTestingModule({
      providers: [
        { provide: Translator, useValue: { t, language: signal('nl') } },
        { provide: Notices, useValue: { access, corrected, published, putAway } },
      ],
    });
    fixture = TestBed.createComponent(NoticeStrips);
  });

  const strips = async () => {
    await fixture.whenStable();
    return [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>('[role=status]')];
  };
  const said = async () => (await strips()).map((strip) => strip.querySelector('p')!.textContent);

  it('is nothing where nothing has changed', async () => {
    expect(await said()).toEqual([]);
  });

  it('names in the language of its reader what came and what went, and no side that did not change', async () => {
    access.set({ come: [product('cards'), product('words')], gone: [] });
    expect(await said()).toEqual(['notice.access notice.access-come=cards (nl), words (nl)']);
    access.set({ come: [], gone: [product('people')] });
    expect(await said()).toEqual(['notice.access notice.access-gone=people (nl)']);
  });

  it('names a few corrected words and counts the rest', async () => {
    corrected.set(['a', 'b', 'c', 'd', 'e']);
    expect(await said()).toEqual(['notice.corrected=a, b, c, d, e']);
    corrected.update((words) => [...words, 'f', 'g']);
    expect(await said()).toEqual(['notice.corrected=a, b, c, d, e notice.corrected-more=2']);
  });

  it('says what the editor says, in the language of its reader, and counts all but three', async () => {
    const text = { nl: 'Het lidwoord klopt nu.', en: '', ru: '' };
    published.set([
      { id: '1', topic: { nl: 'Eten', en: 'Food', ru: '' }, affectsProgress: false, text },
      { id: '2', word: 'brood', affectsProgress: true },
    ]);
    expect(await said()).toEqual([
      'notice.published-says=Eten=Het lidwoord klopt nu. notice.published=brood notice.published-affects',
    ]);
    published.update(([one, other]) => [one!, other!, one!, one!]);
    expect((await said())[0]).toMatch(/notice\.published-more=1$/);
  });

  it('is put away one by one', async () => {
    access.set({ come: [product('cards')], gone: [] });
    corrected.set(['het brood']);
    for (const strip of await strips()) strip.querySelector('button')!.click();
    expect(putAway.mock.calls).toEqual([['access'], ['corrected']]);
  });
});
