import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';
import { EventSourceParserStream } from 'eventsource-parser/stream';

import { API } from '../http/api';
import { exclusively } from '../session/exclusively';
import { Session } from '../session/session';
import { ContentChanges } from './content-changes';
import type { Listener } from './follow-notices';
import { Notices } from './notices';

type Notice = Schemas['lobby']['NoticeView'];
type ContentNotice = Schemas['lobby']['ContentNoticeView'];

/** A sign of life comes every twenty seconds: after so long without one nobody is there any more. */
const SILENCE_MS = 65_000;
/** A notice is some hundred characters. */
const LONGEST = 65_536;
/** Whoever was told something comes back soon, and not all at the same moment. */
const SOON_MS = 1_000;
const SPREAD_MS = 5_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Listens to what the school tells as it happens. One tab at a time does: what is told is kept for all of them. A stream ends
 * with its token, and is asked for again with a new one.
 */
@Service()
export class NoticeStream implements Listener {
  private readonly api = inject(API);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly changes = inject(ContentChanges);

  async listen(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      const wasHeard = await exclusively('tall.notices', () => this.hear(signal)).catch(() => false);
      failures = wasHeard ? 0 : failures + 1;
      await pause(waitAfter(failures), signal);
    }
  }

  /** One stream, to its end. Whether anything was said. */
  private async hear(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    const silence = new AbortController();
    const until = AbortSignal.any([signal, silence.signal]);
    const last = this.notices.last();
    const asked = this.api.GET('/api/v2/lobby/notices/stream', {
      params: { header: last === undefined ? {} : { 'Last-Event-ID': last } },
      parseAs: 'stream',
      signal: until,
    });
    const words = (await answerOf(asked)) as unknown as ReadableStream<BufferSource> | null;
    if (!words) return false;
    let wasHeard = false;
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
    };
    const events = words
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream({ onComment: alive, maxBufferSize: LONGEST }))
      .getReader();
    try {
      for (;;) {
        const { done, value } = await events.read();
        if (done) return wasHeard;
        alive();
        wasHeard = true;
        await this.take(JSON.parse(value.data) as Notice, value.id);
      }
    } finally {
      clearTimeout(timer);
      // What is aborted has nothing left to be cancelled.
      await events.cancel().catch(() => undefined);
    }
  }

  private async take(notice: Notice, id: string | undefined): Promise<void> {
    switch (notice.type) {
      case 'content-updated':
        this.wasPublished(notice);
        break;
      case 'missed':
        return this.catchUp();
      // What the client may be is said with every answer.
      case 'access-changed':
      case 'client-policy-changed':
        return this.askAgain();
    }
    if (id) this.notices.goOnFrom(id);
  }

  private async catchUp(): Promise<void> {
    const after = this.notices.last();
    const { items } = await answerOf(this.api.GET('/api/v2/lobby/notices', { params: { query: { after } } }));
    for (const notice of items) this.wasPublished(notice);
  }

  private wasPublished(notice: ContentNotice): void {
    if (this.notices.wasPublished(notice)) this.changes.tell();
  }

  private async askAgain(): Promise<void> {
    const userId = this.session.userId();
    const { items } = await answerOf(this.api.GET('/api/v2/lobby/products'));
    if (this.session.userId() === userId) this.notices.mayOpen(items);
  }
}

function waitAfter(failures: number): number {
  if (failures === 0) return SOON_MS + Math.random() * SPREAD_MS;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
