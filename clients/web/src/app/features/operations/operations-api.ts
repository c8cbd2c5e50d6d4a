import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';

type Profile = Schemas['profile'];
type Pii = Schemas['pii'];
export type Policy = Profile['PolicyView'];
export type Platform = Profile['ClientPlatform'];
export type ChangePolicy = Profile['ChangePolicy'];
export type ClientUsage = Profile['ClientUsageView'];
export type Actions = Profile['Page_AdminActionView'];
export type Action = Actions['items'][number];

export type SecurityEvents = Profile['Page_SecurityEventView'];
export type SecurityEvent = SecurityEvents['items'][number];
export type SecurityKind = Profile['Kind'];
/** Both services tell of a key in one way. */
export type Key = Profile['KeyView'];
/** How far the keys of people are wrapped by the version in use. */
export type Rewrap = Pii['RewrapView'];

export const SECURITY_KINDS = [
  'login-succeeded',
  'login-throttled',
  'new-device-seen',
  'session-revoked',
  'token-reuse-detected',
  'password-changed',
  'email-address-confirmed',
  'mfa-changed',
  'identity-changed',
  'user-invited',
] as const satisfies readonly SecurityKind[];

export interface SecurityEventsWanted {
  readonly userId?: string | undefined;
  readonly kind?: SecurityKind | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ActionsWanted {
  readonly subjectId?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What those who run the system see of it and set. */
@Service()
export class OperationsApi {
  private readonly api = inject(API);

  async policies(): Promise<Policy[]> {
    const { items } = await answerOf(this.api.GET('/api/v2/profile/client-policy'));
    return items;
  }

  changePolicy({ platform, etag }: Policy, body: ChangePolicy): Promise<Policy> {
    const params = { path: { platform }, header: { 'If-Match': etag } };
    return answerOf(this.api.PUT('/api/v2/profile/client-policy/{platform}', { params, body }));
  }

  /** Of the last `days`. */
  async usage(days: number): Promise<ClientUsage[]> {
    const { items } = await answerOf(this.api.GET('/api/v2/profile/client-usage', { params: { query: { days } } }));
    return items;
  }

  actions(query: ActionsWanted): Promise<Actions> {
    return answerOf(this.api.GET('/api/v2/profile/admin-actions', { params: { query } }));
  }

  securityEvents(query: SecurityEventsWanted): Promise<SecurityEvents> {
    return answerOf(this.api.GET('/api/v2/profile/security-events', { params: { query } }));
  }

  /** Those that guard accounts. */
  async keysOfAccounts(): Promise<{ items: Key[]; rewrap?: Rewrap }> {
    return await answerOf(this.api.GET('/api/v2/profile/keys'));
  }

  /** Those that guard what is personal. */
  async keysOfPeople(): Promise<{ items: Key[]; rewrap?: Rewrap }> {
    return await answerOf(this.api.GET('/api/v2/pii/keys'));
  }
}
