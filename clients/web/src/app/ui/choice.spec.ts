import { TestBed } from '@angular/core/testing';

import { Choice } from './choice';

describe('one of a few', () => {
  async function shown() {
    const fixture = TestBed.createComponent(Choice);
    const options = ['nl', 'en', 'ru'].map((value) => ({ value, label: value }));
    for (const [name, value] of Object.entries({ label: 'Language', options, value: 'nl' })) {
      fixture.componentRef.setInput(name, value);
    }
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const press = async (value: string) => {
      page.querySelector<HTMLInputElement>(`input[value=${value}]`)!.click();
      await fixture.whenStable();
    };
    const marked = () => page.querySelector<HTMLInputElement>('input:checked')?.value;
    return { fixture, press, marked };
  }

  it('is the one that was pressed, where that is taken', async () => {
    const { fixture, press, marked } = await shown();
    fixture.componentInstance.chosen.subscribe((value) => fixture.componentRef.setInput('value', value));
    await press('ru');
    expect(marked()).toBe('ru');
  });

  it('stays what it was, where that is not taken', async () => {
    const { press, marked } = await shown();
    await press('ru');
    expect(marked()).toBe('nl');
  });
});
