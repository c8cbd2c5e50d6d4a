import { TestBed } from '@angular/core/testing';

import { KEYS_FOR_TEXTS } from '../../testing/words';
import { AskedTwice } from './asked-twice';

describe('what is asked twice', () => {
  async function shown() {
    TestBed.configureTestingModule({ providers: [KEYS_FOR_TEXTS] });
    const fixture = TestBed.createComponent(AskedTwice);
    const agreed = vi.fn();
    fixture.componentInstance.agreed.subscribe(agreed);
    for (const [name, text] of Object.entries({ label: 'Withdraw', question: 'Are you sure?', act: 'Yes, withdraw' })) {
      fixture.componentRef.setInput(name, text);
    }
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
    const button = (text: string) => [...page.querySelectorAll('button')].find((one) => one.textContent === text);
    const press = async (text: string) => {
      button(text)!.click();
      await fixture.whenStable();
    };
    return { fixture, page, agreed, button, press };
  }

  it('is done when its question was answered', async () => {
    const { agreed, button, press } = await shown();
    expect(button('Yes, withdraw')).toBeUndefined();
    await press('Withdraw');
    expect(agreed).not.toHaveBeenCalled();
    await press('Yes, withdraw');
    expect(agreed).toHaveBeenCalledOnce();
  });

  it('takes the keyboard to the question, and back to where it was when it is given up', async () => {
    const { page, agreed, button, press } = await shown();
    await press('Withdraw');
    expect(document.activeElement).toBe(page.querySelector('p'));
    await press('cancel');
    expect(document.activeElement).toBe(button('Withdraw'));
    expect(agreed).not.toHaveBeenCalled();
  });

  it('is not asked for again while it is under way', async () => {
    const { fixture, page, press } = await shown();
    await press('Withdraw');
    fixture.componentRef.setInput('isBusy', true);
    await fixture.whenStable();
    expect([...page.querySelectorAll('button')].map(({ disabled }) => disabled)).toEqual([true, true]);
  });
});
