import { inject, Service } from '@angular/core';
import { answerOf, answerWithTag, newId, type Schemas, type Tagged } from '@tall/api/http';

import { API } from '../../core/http/api';
import type { PersonalField, Purpose } from './personal-fields';

type Profile = Schemas['profile'];
type Pii = Schemas['pii'];
export type Role = Profile['RoleName'];
export type Status = Profile['StatusName'];
export type SettableStatus = Profile['SettableStatus'];
export type User = Profile['UserView'];
export type Users = Profile['Page_UserView'];
export type Sessions = Profile['SessionsView'];
export type ImportPreview = Profile['ImportPreview'];
export type Imported = Profile['UserImportView'];

export type Standing = Pii['StandingView'];
export type Consent = Pii['RecordConsent'];
export type PersonalData = Pii['PersonView'];
export type PersonalChange = Pii['ChangePerson'];

export const ROLES = ['student', 'teacher', 'educational-admin', 'technical-admin'] as const;
export const STATUSES = ['active', 'suspended', 'deleted'] as const;

export interface Wanted {
  readonly role?: Role | undefined;
  readonly status?: Status | undefined;
  readonly linked?: boolean | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface PageWanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface PageOfIds {
  readonly items: readonly string[];
  readonly nextCursor?: string | null | undefined;
}

/** The accounts of the school, as administrators see and change them. */
@Service()
export class PeopleApi {
  private readonly api = inject(API);

  users(query: Wanted): Promise<Users> {
    return answerOf(this.api.GET('/api/v2/profile/users', { params: { query } }));
  }

  user(userId: string): Promise<Tagged<User>> {
    return answerWithTag(this.api.GET('/api/v2/profile/users/{userId}', { params: { path: { userId } } }));
  }

  /** Whose address it is; the person sees in their log that somebody asked. */
  async withAddress(email: string): Promise<string | undefined> {
    const { items } = await answerOf(this.api.POST('/api/v2/pii/people/lookups', { body: { email } }));
    return items[0];
  }

  giveRole(userId: string, role: Role, etag: string): Promise<Tagged<User>> {
    const params = { path: { userId }, header: { 'If-Match': etag } };
    return answerWithTag(this.api.PUT('/api/v2/profile/users/{userId}/role', { params, body: { role } }));
  }

  setStatus(userId: string, status: SettableStatus, etag: string): Promise<Tagged<User>> {
    const params = { path: { userId }, header: { 'If-Match': etag } };
    return answerWithTag(this.api.PUT('/api/v2/profile/users/{userId}/status', { params, body: { status } }));
  }

  async removeFactors(userId: string): Promise<void> {
    await answerOf(this.api.DELETE('/api/v2/profile/users/{userId}/factors', { params: { path: { userId } } }));
  }

  async studentsOf(teacherId: string, query: PageWanted): Promise<PageOfIds> {
    const page = await answerOf(
      this.api.GET('/api/v2/profile/teachers/{teacherId}/students', { params: { path: { teacherId }, query } }),
    );
    return { items: page.items.map((link) => link.studentId), nextCursor: page.nextCursor };
  }

  async teachersOf(studentId: string, query: PageWanted): Promise<PageOfIds> {
    const page = await answerOf(
      this.api.GET('/api/v2/profile/students/{studentId}/teachers', { params: { path: { studentId }, query } }),
    );
    return { items: page.items.map((link) => link.teacherId), nextCursor: page.nextCursor };
  }

  async link(teacherId: string, studentId: string): Promise<void> {
    const params = { path: { teacherId, studentId } };
    await answerOf(this.api.PUT('/api/v2/profile/teachers/{teacherId}/students/{studentId}', { params }));
  }

  async unlink(teacherId: string, studentId: string): Promise<void> {
    const params = { path: { teacherId, studentId } };
    await answerOf(this.api.DELETE('/api/v2/profile/teachers/{teacherId}/students/{studentId}', { params }));
  }

  sessions(userId: string): Promise<Sessions> {
    return answerOf(this.api.GET('/api/v2/profile/users/{userId}/sessions', { params: { path: { userId } } }));
  }

  async endSession(userId: string, sessionId: string): Promise<void> {
    const params = { path: { userId, sessionId } };
    await answerOf(this.api.DELETE('/api/v2/profile/users/{userId}/sessions/{sessionId}', { params }));
  }

  async endSessions(userId: string): Promise<void> {
    await answerOf(this.api.DELETE('/api/v2/profile/users/{userId}/sessions', { params: { path: { userId } } }));
  }

  preview(csv: string): Promise<ImportPreview> {
    return answerOf(this.api.POST('/api/v2/profile/user-imports/previews', { body: { csv } }));
  }

  /** Accounts for all in the file, or for none; each is invited by mail. */
  import(importId: string, csv: string): Promise<Imported> {
    const params = { path: { importId } };
    return answerOf(this.api.PUT('/api/v2/profile/user-imports/{importId}', { params, body: { csv } }));
  }

  /** Whether consent is complete; it tells of the day of birth, so the person sees in their log that somebody asked. */
  standing(userId: string): Promise<Standing> {
    return answerOf(this.api.GET('/api/v2/pii/people/{userId}/standing', { params: { path: { userId } } }));
  }

  /** Enters what somebody told the school; the log is only added to. */
  async recordConsent(userId: string, body: Consent): Promise<void> {
    const params = { path: { userId, consentId: newId() } };
    await answerOf(this.api.PUT('/api/v2/pii/people/{userId}/consents/{consentId}', { params, body }));
  }

  /** The person sees in their log who read what, and what for. */
  personalData(userId: string, purpose: Purpose, fields: readonly PersonalField[]): Promise<Tagged<PersonalData>> {
    const params = { path: { userId }, query: { purpose, fields: fields.join(',') } };
    return answerWithTag(this.api.GET('/api/v2/pii/people/{userId}', { params }));
  }

  /** Gives the new tag. */
  async changePersonalData(userId: string, body: PersonalChange, etag: string): Promise<string> {
    const params = { path: { userId }, header: { 'If-Match': etag } };
    const headers = { 'content-type': 'application/merge-patch+json' };
    const changed = await answerWithTag(this.api.PATCH('/api/v2/pii/people/{userId}', { params, headers, body }));
    return changed.etag;
  }
}
