import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Problem } from '@tall/api/http';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { Session } from '../../core/session/session';
import { PeopleApi } from './people-api';
import { PersonalDataPanel } from './personal-data-panel';

describe('what the school knows of a person', () => {
  const api = { personalData: vi.fn<PeopleApi['personalData']>() };
  let fixture: ComponentFixture<PersonalDataPanel>;
  let panel: HTMLElement;

  beforeEach(async () => {
    api.personalData.mockReset();
    api.personalData.mockResolvedValue({ value: { adminNote: 'Likes to sit in front.' }, etag: '"1"' } as never);
    const session = { provide: Session, useValue: { userId: signal('admin') } };
    TestBed.configureTestingModule({ providers: [KEYS_FOR_TEXTS, session, { provide: PeopleApi, useValue: api }] });
    fixture = TestBed.createComponent(PersonalDataPanel);
    fixture.componentRef.setInput('userId', 'daria');
    fixture.componentRef.setInput('role', 'educational-admin');
    panel = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  const read = async () => {
    panel.querySelector<HTMLButtonElement>('button')!.click();
    await fixture.whenStable();
  };
  const note = () => panel.querySelector('textarea');
  const purpose = (value: string) => panel.querySelector<HTMLInputElement>(`input[value=${value}]`)!;
  const answer = async (index: number) => {
    const buttons = await vi.waitFor(() => {
      const found = document.querySelectorAll<HTMLButtonElement>('tall-leave-dialog button');
      expect(found).toHaveLength(2);
      return found;
    });
    buttons[index]?.click();
    await vi.waitFor(() => expect(document.querySelector('tall-leave-dialog')).toBeNull());
    await fixture.whenStable();
  };

  it('is read for the purpose that was stated, not before', async () => {
    expect(api.personalData).not.toHaveBeenCalled();
    purpose('contact').click();
    await fixture.whenStable();
    expect(api.personalData).not.toHaveBeenCalled();
    await read();
    expect(api.personalData.mock.calls.map(([, stated]) => stated)).toEqual(['contact']);
  });

  it('is not left for another purpose with a note that is not saved, without a question', async () => {
    await read();
    note()!.value = 'Needs a bigger screen.';
    note()!.dispatchEvent(new Event('input'));

    purpose('contact').click();
    await answer(1);
    expect(note()?.value).toBe('Needs a bigger screen.');
    expect(purpose('administration').checked).toBe(true);

    purpose('contact').click();
    await answer(0);
    expect(note()).toBeNull();
    expect(purpose('contact').checked).toBe(true);
  });

  it('says what to do where nothing is kept of them, and looks again', async () => {
    api.personalData.mockRejectedValueOnce(new Problem('not-found', 404, ''));
    await read();
    expect(panel.querySelector('[role=status]')?.textContent).toContain('unknown-person.text');
    panel.querySelector<HTMLButtonElement>('tall-unknown-person button')!.click();
    await fixture.whenStable();
    expect(note()?.value).toBe('Likes to sit in front.');
  });
});
