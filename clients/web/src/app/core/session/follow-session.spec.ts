import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { Script } from '../../../testing/script';
import { SEND } from '../http/open-api';
import { followSession } from './follow-session';
import { Session } from './session';

@Component({ selector: 'tall-nothing', template: '' })
class Nothing {}

describe('the end of a session', () => {
  let router: Router;
  let session: Session;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        { provide: SEND, useValue: new Script().send },
        provideRouter([
          { path: 'erasures/:erasureId', component: Nothing, data: { outlivesSession: true } },
          { path: '**', component: Nothing },
        ]),
        followSession(),
      ],
    });
    router = TestBed.inject(Router);
    session = TestBed.inject(Session);
    session.enter({
      accessToken: 'a',
      refreshToken: 'r',
      expiresIn: 900,
      refreshExpiresAt: '',
      sessionId: 's',
      tokenType: 'Bearer',
      user: { id: 'u', role: 'student' },
    });
    TestBed.tick();
  });

  const forgetOn = async (address: string) => {
    await router.navigateByUrl(address);
    session.forget();
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    return router.url;
  };

  it('leads to the log-in', async () => {
    expect(await forgetOn('/cards')).toBe('/log-in?ended=true');
  });

  it('leaves the screen that is there for who has no session any more', async () => {
    expect(await forgetOn('/erasures/e')).toBe('/erasures/e');
  });
});
