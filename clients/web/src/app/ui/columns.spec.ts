import { TestBed } from '@angular/core/testing';

import { provideTranslations } from '../core/i18n/provide-translations';
import { Translator } from '../core/i18n/translator';
import { Preferences } from '../core/preferences/preferences';
import { Columns } from './columns';

describe('columns', () => {
  async function shown(amounts: readonly number[]) {
    TestBed.configureTestingModule({ providers: [provideTranslations()] });
    TestBed.inject(Preferences).useLanguage('nl');
    await TestBed.inject(Translator).use('nl');
    const fixture = TestBed.createComponent(Columns);
    const items = amounts.map((amount, day) => ({
      name: `dag ${String(day)}`,
      amount,
      text: `${String(amount)} kaarten`,
    }));
    fixture.componentRef.setInput('caption', 'Kaarten');
    fixture.componentRef.setInput('items', items);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { caption: page.querySelector('figcaption span')?.textContent, picture: page.querySelector('svg') };
  }

  it('say the highest in words', async () => {
    const { caption, picture } = await shown([2, 7, 0]);
    expect(caption).toBe('dag 1: 7 kaarten');
    expect(picture).not.toBeNull();
  });

  it('draw nothing of nothing, and say so', async () => {
    const { caption, picture } = await shown([0, 0]);
    expect(caption).toBe('Nog niets');
    expect(picture).toBeNull();
  });
});
