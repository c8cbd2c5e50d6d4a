import 'fake-indexeddb/auto';

import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { newId } from '@tall/api/http';

import { says, Server } from '../../../testing/script';
import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { SEND } from '../../core/http/open-api';
import { Toolbar } from '../../core/layout/toolbar';
import { Connection } from '../../core/offline/connection';
import { Session } from '../../core/session/session';
import type { CardFact, QueuedFact } from './device-database';
import { DeviceStore } from './device-store';
import { Offline } from './offline';

const SYNC = 'POST /api/v2/thematic-cards/sync';

@Component({ imports: [Offline, Toolbar], template: '<tall-toolbar /><tall-offline />' })
class Screen {}

function typed(text: string): CardFact {
  return {
    fact: 'review',
    id: newId(),
    body: { cardId: newId(), answer: { way: 'typed', text } },
  } as unknown as CardFact;
}

function queued(fact: CardFact, state: QueuedFact['state'], code?: string): QueuedFact {
  return {
    product: 'thematic-cards',
    fact,
    headword: 'het brood',
    queuedAt: '2026-11-30T09:00:00.000Z',
    state,
    code,
  };
}

describe('what waits on the device', () => {
  const isOnline = signal(false);
  let server: Server;
  let store: DeviceStore;
  let fixture: ComponentFixture<Screen>;
  let page: HTMLElement;

  beforeEach(() => {
    isOnline.set(false);
    server = new Server();
    const session = {
      userId: signal(newId()),
      role: signal('student'),
      isLoggedIn: signal(true),
      wasLeft: signal(false),
      token: () => Promise.resolve('token'),
    };
    TestBed.configureTestingModule({
      providers: [
        KEYS_FOR_TEXTS,
        provideRouter([]),
        { provide: SEND, useValue: server.send },
        { provide: Session, useValue: session },
        { provide: Connection, useValue: { isOnline } },
      ],
    });
    store = TestBed.inject(DeviceStore);
  });

  async function open(...facts: readonly QueuedFact[]) {
    const database = await store.database();
    for (const fact of facts) await database.add('facts', fact);
    await store.count();
    fixture = TestBed.createComponent(Screen);
    page = fixture.nativeElement as HTMLElement;
    await vi.waitFor(() => expect(page.querySelector('[aria-label="offline.along"]')).not.toBeNull());
  }

  const sign = () => page.querySelector('.unsent')?.querySelector('[aria-hidden=true]:not(svg)')?.textContent;
  const button = (text: string) =>
    [...page.querySelectorAll<HTMLButtonElement>('tall-offline button')].find((one) => one.textContent.includes(text));
  const answered = (...results: readonly object[]) => says({ results, cards: [], cursor: 'here', more: false });

  it('has no sign where nothing waits', async () => {
    await open();
    expect(page.querySelector('.unsent')).toBeNull();
    expect(page.querySelector('[aria-label="offline.unsent"]')).toBeNull();
  });

  it('is counted on every screen, with what was refused, and leads to where it is told', async () => {
    await open(queued(typed('het brood'), 'waiting'), queued(typed('de brood'), 'rejected', 'not-found'));
    expect(sign()).toBe('2');
    expect(page.querySelector('.unsent')?.getAttribute('href')).toBe('/cards/offline');
    expect(page.querySelector('.waiting [role=status]')?.textContent).toContain('offline.sent-later');
    expect(button('offline.send')).toBeUndefined();
  });

  it('is sent when it is wished, with the connection, and the sign goes', async () => {
    const fact = typed('het brood');
    await open(queued(fact, 'waiting'));
    isOnline.set(true);
    server.willSay(SYNC, answered({ id: fact.id, result: 'applied' }));
    await vi.waitFor(() => expect(button('offline.send')).toBeDefined());
    button('offline.send')!.click();
    await vi.waitFor(() => expect(page.querySelector('.unsent')).toBeNull());
    expect(await server.asked(SYNC)[0]!.json()).toMatchObject({ facts: [fact] });
    await vi.waitFor(() => expect(page.querySelector('.waiting')).toBeNull());
  });

  it('stays and says why when the server refuses it, until it is put away', async () => {
    await open(queued(typed('het brood'), 'rejected', 'not-found'));
    const item = page.querySelector('.waiting li')!;
    expect(item.textContent).toContain('offline.answer');
    expect(item.textContent).toContain('problem.not-found');
    expect(button('failure.retry')).toBeUndefined();
    button('offline.discard')!.click();
    await vi.waitFor(() => expect(page.querySelector('.unsent')).toBeNull());
    expect(await store.rejected()).toEqual([]);
  });
});
