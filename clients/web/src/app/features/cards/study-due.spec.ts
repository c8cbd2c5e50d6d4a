import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { CardsApi, type SessionCard, type SessionView, type Wishes } from './cards-api';
import { StudyDue } from './study-due';

const one = [{ cardId: 'card-0', kind: 'recall', answered: false }] as SessionCard[];
const view: SessionView = { id: 's', arrangedAt: '', practice: false, answered: 0, cards: one };

describe('studying what is due', () => {
  const arrange = vi.fn<(topicId: string, wishes: Wishes) => Promise<SessionView>>(() => Promise.resolve(view));

  beforeEach(() => {
    arrange.mockClear();
    TestBed.configureTestingModule({
      providers: [KEYS_FOR_TEXTS, provideRouter([]), { provide: CardsApi, useValue: { arrange } }],
    });
  });

  async function begin(due: number, minutes?: number): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(StudyDue);
    fixture.componentRef.setInput('due', due);
    fixture.componentRef.setInput('minutes', minutes);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    page.querySelector('button')?.click();
    await fixture.whenStable();
    return page;
  }

  it('asks for all that waits, of all topics, and leads into the sitting', async () => {
    const go = vi.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    await begin(23);
    expect(arrange).toHaveBeenCalledWith('all', { cards: 23, minutes: undefined, kind: undefined });
    expect(go).toHaveBeenCalledWith('/cards/all/sessions/s');
  });

  it('asks for no more than a sitting holds, and for no longer than is wished', async () => {
    vi.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    await begin(340, 10);
    expect(arrange).toHaveBeenCalledWith('all', { cards: 200, minutes: 10, kind: undefined });
  });

  it('says so where all that waits is of words that were seen today', async () => {
    arrange.mockResolvedValueOnce({ ...view, cards: [] });
    const page = await begin(2);
    expect(page.querySelector('[role=status]')?.textContent).toContain('topics.due-later');
    expect(page.querySelector('button')).toBeNull();
  });
});
