import { TestBed } from '@angular/core/testing';
import {
  type ActivatedRouteSnapshot,
  type GuardResult,
  RedirectCommand,
  type RouterStateSnapshot,
  UrlTree,
} from '@angular/router';

import { Script } from '../../../testing/script';
import { SEND } from '../http/open-api';
import { asRole, loggedIn, loggedOut } from './guards';
import { Session } from './session';

const to = (guard: typeof loggedIn, url = '/cards') =>
  TestBed.runInInjectionContext(
    () => guard({} as ActivatedRouteSnapshot, { url } as RouterStateSnapshot) as GuardResult,
  );
const leads = (result: GuardResult) => (result instanceof UrlTree ? result.toString() : result);

describe('guards', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [{ provide: SEND, useValue: new Script().send }] });
  });

  function enter(role: 'student' | 'teacher'): void {
    TestBed.inject(Session).enter({
      accessToken: 'a',
      refreshToken: 'r',
      expiresIn: 900,
      refreshExpiresAt: '',
      sessionId: 's',
      tokenType: 'Bearer',
      user: { id: 'u', role },
    });
  }

  it('lead a stranger to the log-in, and back afterwards', () => {
    expect(leads(to(loggedIn))).toBe('/log-in?next=%2Fcards');
    expect(leads(to(loggedIn, '/'))).toBe('/log-in');
  });

  it('keep nobody out who is logged in', () => {
    enter('student');
    expect(to(loggedIn)).toBe(true);
    expect(leads(to(loggedOut))).toBe('/');
  });

  it('tell the others that a page is for another role', () => {
    enter('teacher');
    const result = to(asRole('student'));
    expect(result).toBeInstanceOf(RedirectCommand);
    const { redirectTo, navigationBehaviorOptions } = result as RedirectCommand;
    expect(redirectTo.toString()).toBe('/not-allowed');
    expect(navigationBehaviorOptions).toEqual({ skipLocationChange: true });
    expect(to(asRole('student', 'teacher'))).toBe(true);
  });
});
