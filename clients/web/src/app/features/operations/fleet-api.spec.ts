import { TestBed } from '@angular/core/testing';

import { refuses, says, Server } from '../../../testing/script';
import { SEND } from '../../core/http/open-api';
import { Session } from '../../core/session/session';
import { FleetApi, readLinks } from './fleet-api';

describe('the services of the fleet', () => {
  it('answer or do not, each for itself, and say what they are and what they lack', async () => {
    const needs = [{ name: 'start' }, { name: 'signing keys', lacking: 'not fetched yet' }];
    const standing = { version: '0.1.0', startedAt: '2026-11-30T09:00:00Z', ready: false, needs };
    const server = new Server()
      .willSay('GET /api/v2/profile/standing', says(standing))
      .willSay('GET /api/v2/pii/standing', refuses(502, 'unavailable'));
    const session = { token: () => Promise.resolve('token') };
    TestBed.configureTestingModule({
      providers: [
        { provide: SEND, useValue: server.send },
        { provide: Session, useValue: session },
      ],
    });

    const [profile, pii] = await TestBed.inject(FleetApi).ask(['profile', 'pii']);

    const said = { version: '0.1.0', startedAt: '2026-11-30T09:00:00Z', lacks: ['signing keys: not fetched yet'] };
    expect(profile).toMatchObject({ service: 'profile', answers: true, ...said });
    expect(pii).toMatchObject({ service: 'pii', answers: false, lacks: [] });
  });

  it('have dashboards where the installation says so, at addresses of web pages', () => {
    const logs = 'https://logs.example/d/tall';
    expect(readLinks({ links: { logs, metrics: 'javascript:alert(1)' } })).toEqual({ logs });
    for (const site of [null, 'text', {}, { links: null }, { links: { logs: 7, metrics: 'no address' } }])
      expect(readLinks(site)).toEqual({});
  });
});
