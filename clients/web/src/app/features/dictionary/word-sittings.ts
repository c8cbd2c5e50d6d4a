import { computed, inject, resource, Service, type Signal } from '@angular/core';

import { type OpenSitting, OpenSittings, type Resumable } from '../../core/places/open-sittings';
import { Places } from '../../core/places/places';
import { WeekApi } from './week-api';
import { leftIn } from './word-study';

const PRODUCT = 'learning-cards';
const WEEK = 'week';
const HOME = '/dictionary/week';

/** The sitting of own words that can be gone on with, here and on other devices. */
@Service()
export class WordSittings {
  private readonly open = inject(OpenSittings);
  private readonly places = inject(Places);
  private readonly api = inject(WeekApi);

  /** One that was begun or gone on with at the server. */
  note(id: string, isFinished: boolean): void {
    const path = `${HOME}/sessions/${id}`;
    if (isFinished) this.open.end(id);
    else this.open.begin({ productId: PRODUCT, about: WEEK, id, path });
    void this.places.note(PRODUCT, isFinished ? HOME : path);
  }

  /** The last that was begun here; nothing once all of it was answered, here or elsewhere. */
  resumable(): Signal<Resumable | undefined> {
    const standing = resource({
      params: () => this.open.about(PRODUCT, WEEK),
      loader: ({ params }) => this.standing(params),
    });
    return computed(() => (standing.hasValue() ? standing.value() : undefined));
  }

  private async standing({ id, path }: OpenSitting): Promise<Resumable | undefined> {
    const session = await this.api.session(id);
    const left = leftIn(session).length;
    if (left > 0) return { path, done: session.done, total: session.done + left };
    this.open.end(id);
    return undefined;
  }
}
