import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { refuses, says, Server } from '../../../testing/script';
import { SEND } from '../http/open-api';
import { Session } from '../session/session';
import { ContentChanges } from './content-changes';
import { NoticeStream } from './notice-stream';
import { Notices } from './notices';

const STREAM = 'GET /api/v2/lobby/notices/stream';
const id = (n: number) => `0197a3c8-0000-7000-8000-00000000000${String(n)}`;
const bread = (n: number) => ({
  type: 'content-updated',
  id: id(n),
  contentId: id(9),
  word: 'brood',
  version: n,
  affectsProgress: true,
  publishedAt: '2026-11-30T09:00:00Z',
});

function words(...events: readonly (readonly [unknown, number?])[]): Response {
  const text = events.map(([data, n]) => {
    const name = n === undefined ? '' : `id: ${id(n)}\n`;
    return `: alive\n${name}data: ${JSON.stringify(data)}\n\n`;
  });
  return new Response(text.join(''), { headers: { 'content-type': 'text/event-stream' } });
}

describe('what the school tells', () => {
  let server: Server;
  let notices: Notices;
  let enough: AbortController;

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    server = new Server();
    enough = new AbortController();
    const session = {
      userId: signal('anna'),
      wasLeft: signal(false),
      isLoggedIn: () => true,
      token: () => Promise.resolve('token'),
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: SEND, useValue: server.send },
        { provide: Session, useValue: session },
      ],
    });
    notices = TestBed.inject(Notices);
  });
  afterEach(() => {
    enough.abort();
    vi.useRealTimers();
  });

  const listen = () => void TestBed.inject(NoticeStream).listen(enough.signal);
  const asked = () => server.asked(STREAM).map(({ headers }) => headers.get('last-event-id'));

  it('is kept once, and gone on from after the stream has ended', async () => {
    server.willSay(STREAM, words([{ type: 'listening' }, 1], [bread(2), 2], [bread(2), 2]));
    server.willSay(STREAM, words([bread(3), 3]));
    listen();
    await vi.waitFor(() => expect(notices.last()).toBe(id(2)));
    expect(notices.published().map((one) => one.id)).toEqual([id(2)]);
    expect(TestBed.inject(ContentChanges).count()).toBe(1);

    await vi.advanceTimersByTimeAsync(6_000);
    await vi.waitFor(() => expect(notices.last()).toBe(id(3)));
    expect(asked().slice(0, 2)).toEqual([null, id(2)]);
    expect(notices.published().map(({ word }) => word)).toEqual(['brood', 'brood']);
  });

  it('is asked for later and later where it cannot be had', async () => {
    for (let n = 0; n < 6; n += 1) server.willSay(STREAM, refuses(503, 'unavailable'));
    listen();
    await vi.advanceTimersByTimeAsync(6_000);
    const soon = asked().length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(soon).toBeGreaterThan(1);
    expect(asked().length).toBeLessThanOrEqual(6);
  });

  it('is looked up where some of it was missed', async () => {
    server.willSay(STREAM, words([{ type: 'missed' }]));
    server.willSay('GET /api/v2/lobby/notices', says({ items: [{ ...bread(4), type: undefined }] }));
    listen();
    await vi.waitFor(() => expect(notices.published().map((one) => one.id)).toEqual([id(4)]));
    expect(TestBed.inject(ContentChanges).count()).toBe(1);
  });

  it('makes it look again at what may be opened', async () => {
    const title = { nl: 'Kaarten', en: 'Cards', ru: 'Карточки' };
    notices.mayOpen([]);
    server.willSay(STREAM, words([{ type: 'access-changed' }]));
    server.willSay('GET /api/v2/lobby/products', says({ items: [{ id: 'cards', title }] }));
    listen();
    await vi.waitFor(() => expect(notices.access()?.come.map((product) => product.id)).toEqual(['cards']));
  });

  it('is passed over where this client does not understand it, and nothing else is lost', async () => {
    server.willSay(STREAM, words([{ type: 'of-tomorrow' }, 5], [bread(6), 6]));
    listen();
    await vi.waitFor(() => expect(notices.last()).toBe(id(6)));
  });

  it('is listened to no more when nobody wants it', async () => {
    server.willSay(STREAM, words([{ type: 'listening' }, 1]));
    listen();
    await vi.waitFor(() => expect(notices.last()).toBe(id(1)));
    enough.abort();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked()).toHaveLength(1);
  });
});
