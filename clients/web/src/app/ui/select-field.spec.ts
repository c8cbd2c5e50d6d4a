import { TestBed } from '@angular/core/testing';

import { SelectField } from './select-field';

describe('one of several', () => {
  it('is what it was again, when what was waited for was refused', async () => {
    const fixture = TestBed.createComponent(SelectField);
    const options = ['comma', 'tab'].map((value) => ({ value, label: value }));
    for (const [name, value] of Object.entries({ label: 'Between', options, value: 'comma' })) {
      fixture.componentRef.setInput(name, value);
    }
    await fixture.whenStable();
    const select = (fixture.nativeElement as HTMLElement).querySelector('select')!;
    select.value = 'tab';
    select.dispatchEvent(new Event('change'));
    fixture.componentRef.setInput('isDisabled', true);
    await fixture.whenStable();
    expect(select.value).toBe('tab');
    fixture.componentRef.setInput('isDisabled', false);
    await fixture.whenStable();
    expect(select.value).toBe('comma');
  });
});
