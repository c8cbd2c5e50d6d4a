import { inject, Service } from '@angular/core';
import { answerOf, isProblem, type Schemas } from '@tall/api/http';

import { API } from '../http/api';
import { OPEN_API } from '../http/open-api';
import { Session } from '../session/session';

export type Erasure = Schemas['pii']['ErasureView'];
export type Certificate = Schemas['pii']['CertificateView'];

/** Requests that somebody be forgotten, and what has become of each. */
@Service()
export class Erasures {
  private readonly api = inject(API);
  private readonly open = inject(OPEN_API);
  private readonly session = inject(Session);
  /** Those asked for from this page: whoever is forgotten has no session to look with. */
  private readonly asked = new Map<string, Erasure>();

  /** For oneself, or, by who runs the system, for somebody else. The same request again is one. */
  async ask(erasureId: string, userId?: string): Promise<Erasure> {
    const body = { erasureId, ...(userId && { userId }) };
    const erasure = await answerOf(this.api.POST('/api/v2/pii/erasures', { body }));
    this.asked.set(erasureId, erasure);
    return erasure;
  }

  /** How it stands, for whom that is to see; for whoever else has the number, the certificate once there is one. */
  async find(erasureId: string): Promise<Certificate | Erasure | undefined> {
    return (await this.standing(erasureId)) ?? (await this.certificate(erasureId)) ?? this.asked.get(erasureId);
  }

  private certificate(erasureId: string): Promise<Certificate | undefined> {
    const params = { path: { erasureId } };
    return orNothing(answerOf(this.open.GET('/api/v2/pii/erasures/{erasureId}/certificate', { params })));
  }

  private async standing(erasureId: string): Promise<Erasure | undefined> {
    if (!this.session.isLoggedIn()) return undefined;
    const params = { path: { erasureId } };
    return orNothing(answerOf(this.api.GET('/api/v2/pii/erasures/{erasureId}', { params })));
  }
}

/** Nothing where it is not there, where what was typed is no number, and where a session ended meanwhile. */
function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((failure: unknown) => {
    if (isProblem(failure, 'not-found', 'invalid-fields', 'unauthenticated', 'invalid-token')) return undefined;
    throw failure;
  });
}
