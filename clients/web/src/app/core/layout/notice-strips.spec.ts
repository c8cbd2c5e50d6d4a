import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { Translator } from '../i18n/translator';
import { type Access, Notices } from '../notices/notices';
import { NoticeStrips } from './notice-strips';

const product = (id: string) => ({ id, title: { nl: `${id} (nl)`, en: id, ru: id } });

describe('what somebody should know', () => {
  const access = signal<Access | undefined>(undefined);
  const corrected = signal<readonly string[]>([]);
  const putAway = vi.fn();
  let fixture: ComponentFixture<NoticeStrips>;

  beforeEach(() => {
    access.set(undefined);
    corrected.set([]);
    putAway.mockClear();
    const t = (key: string, values: Record<string, string | number> = {}) => [key, ...Object.values(values)].join('=');
    TestBed.configureTestingModule({
      providers: [
        { provide: Translator, useValue: { t, language: signal('nl') } },
        { provide: Notices, useValue: { access, corrected, putAway } },
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

  it('is put away one by one', async () => {
    access.set({ come: [product('cards')], gone: [] });
    corrected.set(['het brood']);
    for (const strip of await strips()) strip.querySelector('button')!.click();
    expect(putAway.mock.calls).toEqual([['access'], ['corrected']]);
  });
});
