import { TestBed } from '@angular/core/testing';

import { SEND } from '../../core/http/open-api';
import { FleetApi, readLinks } from './fleet-api';

describe('the services of the fleet', () => {
  it('answer or do not, each for itself', async () => {
    const asked: string[] = [];
    const send = (request: Request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return Promise.resolve(new Response(null, { status: request.url.includes('/pii/') ? 502 : 200 }));
    };
    TestBed.configureTestingModule({ providers: [{ provide: SEND, useValue: send }] });

    const standings = await TestBed.inject(FleetApi).ask(['profile', 'pii']);

    expect(standings.map(({ service, answers }) => [service, answers])).toEqual([
      ['profile', true],
      ['pii', false],
    ]);
    expect(asked).toEqual(['HEAD /api/v2/profile/openapi.json', 'HEAD /api/v2/pii/openapi.json']);
  });

  it('have dashboards where the installation says so, at addresses of web pages', () => {
    const logs = 'https://logs.example/d/tall';
    expect(readLinks({ links: { logs, metrics: 'javascript:alert(1)' } })).toEqual({ logs });
    for (const site of [null, 'text', {}, { links: null }, { links: { logs: 7, metrics: 'no address' } }])
      expect(readLinks(site)).toEqual({});
  });
});
