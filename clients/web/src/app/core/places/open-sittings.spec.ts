import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { Session } from '../session/session';
import { type OpenSitting, OpenSittings, isOpen, placeOf, withSitting } from './open-sittings';

const NOON = Date.UTC(2026, 10, 30, 12);
const HOUR = 3_600_000;

function sitting(about: string, id: string, begunAt = NOON, productId = 'cards'): OpenSitting {
  return { productId, about, id, path: `/${productId}/${about}/${id}`, begunAt };
}

describe('the sittings that are open', () => {
  it('are one for each thing that is studied, the latest last', () => {
    const [food, house, foodAgain] = [sitting('food', '1'), sitting('house', '2'), sitting('food', '3')];
    expect(withSitting([food, house], foodAgain)).toEqual([house, foodAgain]);
    const elsewhere = sitting('food', '4', NOON, 'words');
    expect(withSitting([food], elsewhere)).toEqual([food, elsewhere]);
  });

  it('are of one day', () => {
    expect(isOpen(sitting('food', '1', NOON - 23 * HOUR), NOON)).toBe(true);
    expect(isOpen(sitting('food', '1', NOON - 24 * HOUR), NOON)).toBe(false);
    const [old, house] = [sitting('food', '1', NOON - 25 * HOUR), sitting('house', '2')];
    expect(withSitting([old], house)).toEqual([house]);
  });

  it('are where somebody is who looks at something else of the product', () => {
    const open = sitting('food', '1');
    expect(placeOf({ path: '/cards/house', isSitting: false }, open)).toBe(open.path);
    expect(placeOf({ path: '/cards/house', isSitting: false }, undefined)).toBe('/cards/house');
    expect(placeOf({ path: '/cards/house/2', isSitting: true }, open)).toBe('/cards/house/2');
  });
});

describe('open sittings on a device', () => {
  const userId = signal<string | undefined>('anna');
  const wasLeft = signal(false);
  let sittings: OpenSittings;

  beforeEach(() => {
    localStorage.clear();
    userId.set('anna');
    wasLeft.set(false);
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { userId, wasLeft } }] });
    sittings = TestBed.inject(OpenSittings);
  });

  it('are found by what they are about, and the last of a product', () => {
    sittings.begin(sitting('food', '1'));
    sittings.begin(sitting('all', '2'));
    sittings.begin(sitting('week', '3', NOON, 'words'));
    expect(sittings.about('cards', 'food')?.id).toBe('1');
    expect(sittings.latest('cards')?.id).toBe('2');
    sittings.begin(sitting('food', '1'));
    expect(sittings.latest('cards')?.id).toBe('1');
  });

  it('are forgotten when nothing is left in them', () => {
    sittings.begin(sitting('food', '1'));
    sittings.end('1');
    expect(sittings.latest('cards')).toBeUndefined();
  });

  it('outlive the page', () => {
    sittings.begin(sitting('food', '1'));
    expect(localStorage.getItem('tall.sittings')).toContain('/cards/food/1');
  });

  it('are of nobody else', () => {
    sittings.begin(sitting('food', '1'));
    userId.set('boris');
    expect(sittings.about('cards', 'food')).toBeUndefined();
    sittings.begin(sitting('house', '2'));
    userId.set('anna');
    expect(sittings.latest('cards')).toBeUndefined();
  });

  it('go with the log-out', () => {
    sittings.begin(sitting('food', '1'));
    wasLeft.set(true);
    TestBed.tick();
    expect(localStorage.getItem('tall.sittings')).not.toContain('food');
  });
});
