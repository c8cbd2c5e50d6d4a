import { describe, expect, it, vi } from 'vitest';

import {
  announced,
  answerOf,
  answerWithTag,
  authorised,
  connect,
  isProblem,
  newId,
  Problem,
  repeating,
  Unreachable,
  type Credentials,
  type Patience,
  type Send,
} from '../src/http';

const ORIGIN = 'https://tall.example';

function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ type: `urn:tall:problem:${code}`, title: 'x', status, detail: `told: ${code}` });
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

/** Gives each answer in turn, and keeps what was asked. */
function scripted(...answers: (Response | Error)[]): { send: Send; asked: Request[] } {
  const asked: Request[] = [];
  const send: Send = async (request) => {
    asked.push(request.clone());
    const answer = answers[asked.length - 1];
    if (answer === undefined) throw new Error('asked more often than the script has answers');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { send, asked };
}

const request = (method: string, init: RequestInit = {}) => new Request(`${ORIGIN}/api/v2/things`, { method, ...init });

describe('repeating', () => {
  const waits: number[] = [];
  const patience: Patience = {
    attempts: 3,
    random: () => 1,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
  const patiently = async (method: string, ...answers: (Response | Error)[]) => {
    waits.length = 0;
    const script = scripted(...answers);
    const body = method === 'PUT' || method === 'POST' ? '{"a":1}' : undefined;
    const outcome = await repeating(script.send, patience)(request(method, { body })).catch((error: unknown) => error);
    return { outcome, ...script };
  };

  it('asks a busy server again, longer apart each time', async () => {
    const { outcome, asked } = await patiently(
      'GET',
      problem(503, 'overloaded'),
      problem(503, 'overloaded'),
      new Response('{}'),
    );
    expect(outcome).toHaveProperty('status', 200);
    expect(asked).toHaveLength(3);
    expect(waits).toEqual([300, 600]);
  });

  it('sends the same body again after the connection broke', async () => {
    const { asked } = await patiently('PUT', new TypeError('network'), new Response('{}'));
    expect(await asked[1]?.text()).toBe('{"a":1}');
  });

  it('waits as long as the server asks', async () => {
    await patiently('GET', problem(429, 'too-many-requests', { 'retry-after': '2' }), new Response('{}'));
    expect(waits).toEqual([2_000]);
  });

  it('does not keep anybody waiting for minutes', async () => {
    const { outcome, asked } = await patiently('GET', problem(429, 'too-many-requests', { 'retry-after': '90' }));
    expect(outcome).toHaveProperty('status', 429);
    expect(asked).toHaveLength(1);
  });

  it('never sends a POST twice', async () => {
    const { outcome, asked } = await patiently('POST', new TypeError('network'));
    expect(outcome).toBeInstanceOf(Unreachable);
    expect(asked).toHaveLength(1);
  });

  it('gives up after the last attempt, and says why', async () => {
    const { outcome } = await patiently(
      'GET',
      problem(502, 'unavailable'),
      problem(502, 'unavailable'),
      problem(502, 'unavailable'),
    );
    expect(outcome).toHaveProperty('status', 502);
  });

  it('takes what is refused for an answer', async () => {
    const { asked } = await patiently('GET', problem(404, 'not-found'));
    expect(asked).toHaveLength(1);
  });

  it('stops when nobody wants the answer any more', async () => {
    const stop = new AbortController();
    stop.abort();
    const send: Send = async () => {
      throw new DOMException('stopped', 'AbortError');
    };
    await expect(repeating(send, patience)(request('GET', { signal: stop.signal }))).rejects.toHaveProperty(
      'name',
      'AbortError',
    );
  });
});

describe('authorised', () => {
  const credentials = (more: Partial<Credentials> = {}): Credentials => ({
    token: async () => 'first',
    renewed: async () => 'second',
    provenAnew: async () => 'proven',
    ...more,
  });
  const tokens = (asked: Request[]) => asked.map((one) => one.headers.get('authorization'));

  it('sends the token along', async () => {
    const { send, asked } = scripted(new Response('{}'));
    await authorised(send, credentials())(request('GET'));
    expect(tokens(asked)).toEqual(['Bearer first']);
  });

  it('asks without a token where nobody is logged in', async () => {
    const { send, asked } = scripted(new Response('{}'));
    await authorised(send, credentials({ token: async () => undefined }))(request('GET'));
    expect(tokens(asked)).toEqual([null]);
  });

  it('renews a refused token once', async () => {
    const { send, asked } = scripted(problem(401, 'invalid-token'), problem(401, 'invalid-token'));
    const renewed = vi.fn(async () => 'second');
    const answer = await authorised(send, credentials({ renewed }))(request('PUT', { body: '{"a":1}' }));
    expect(answer.status).toBe(401);
    expect(tokens(asked)).toEqual(['Bearer first', 'Bearer second']);
    expect(await asked[1]?.text()).toBe('{"a":1}');
    expect(renewed).toHaveBeenCalledExactlyOnceWith('first');
  });

  it('gives the refusal when the session is over', async () => {
    const { send } = scripted(problem(401, 'invalid-token'));
    const answer = await authorised(send, credentials({ renewed: async () => undefined }))(request('GET'));
    expect(answer.status).toBe(401);
  });

  it('asks for a fresh proof where that is wanted', async () => {
    const { send, asked } = scripted(problem(401, 'stale-authentication'), new Response('{}'));
    await authorised(send, credentials())(request('PUT'));
    expect(tokens(asked)).toEqual(['Bearer first', 'Bearer proven']);
  });

  it('takes a wrong password for what it is', async () => {
    const { send, asked } = scripted(problem(401, 'bad-credentials'));
    await authorised(send, credentials())(request('POST'));
    expect(asked).toHaveLength(1);
  });
});

describe('announced', () => {
  const hearing = async (answer: Response) => {
    const told: unknown[] = [];
    const { send, asked } = scripted(answer);
    await announced(send, 'web/0.1.0', {
      updateOffered: (latest) => told.push(['offered', latest]),
      updateRequired: (message, latest) => told.push(['required', message, latest]),
    })(request('GET'));
    return { told, asked };
  };

  it('says which client calls', async () => {
    const { asked } = await hearing(new Response('{}'));
    expect(asked[0]?.headers.get('x-client-version')).toBe('web/0.1.0');
  });

  it('hears of a newer version', async () => {
    const { told } = await hearing(new Response('{}', { headers: { 'x-client-update': '1.6.0' } }));
    expect(told).toEqual([['offered', '1.6.0']]);
  });

  it('hears that it is too old', async () => {
    const { told } = await hearing(problem(426, 'client-too-old', { 'x-client-update': '1.6.0' }));
    expect(told).toEqual([['required', 'told: client-too-old', '1.6.0']]);
  });

  it('leaves other upgrades alone', async () => {
    const { told } = await hearing(new Response('', { status: 426 }));
    expect(told).toEqual([]);
  });
});

describe('a call', () => {
  const api = (...answers: (Response | Error)[]) => {
    const script = scripted(...answers);
    return { api: connect({ origin: ORIGIN, send: script.send, language: () => 'ru' }), ...script };
  };
  const page = () => new Response('{"items":[]}', { headers: { 'content-type': 'application/json', etag: '"7"' } });

  it('goes to the operation, in the language of the reader', async () => {
    const { api: called, asked } = api(page());
    const topics = await answerOf(called.GET('/api/v2/thematic-cards/topics', { params: { query: { level: 'A1' } } }));
    expect(topics.items).toEqual([]);
    expect(asked[0]?.url).toBe(`${ORIGIN}/api/v2/thematic-cards/topics?level=A1`);
    expect(asked[0]?.headers.get('accept-language')).toBe('ru');
  });

  it('brings the revision of what it read', async () => {
    const { api: called } = api(page());
    const { etag } = await answerWithTag(called.GET('/api/v2/lobby/products'));
    expect(etag).toBe('"7"');
  });

  it('names the revision as it was, where a gateway packed the answer', async () => {
    const { send } = scripted(Response.json({ items: [] }, { headers: { etag: 'W/"7"' } }));
    const called = connect({ origin: ORIGIN, send, language: () => 'nl' });

    const { etag } = await answerWithTag(called.GET('/api/v2/lobby/products'));

    expect(etag).toBe('"7"');
  });

  it('throws what the server refuses, field by field', async () => {
    const faults = [{ pointer: '/email', code: 'invalid-value', message: 'no address' }];
    const body = {
      type: 'urn:tall:problem:invalid-fields',
      title: 'x',
      status: 422,
      detail: 'y',
      instance: 'abc',
      errors: faults,
    };
    const { api: called } = api(
      new Response(JSON.stringify(body), { status: 422, headers: { 'content-type': 'application/problem+json' } }),
    );
    const thrown: unknown = await answerOf(called.GET('/api/v2/lobby/products')).catch((error: unknown) => error);
    expect(isProblem(thrown, 'invalid-fields')).toBe(true);
    expect(thrown).toMatchObject({ status: 422, faults, traceId: 'abc' });
  });

  it('throws also where the answer is no problem document', async () => {
    const { api: called } = api(new Response('<html>', { status: 500, headers: { 'content-type': 'text/html' } }));
    const thrown: unknown = await answerOf(called.GET('/api/v2/lobby/products')).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Problem);
    expect(thrown).toMatchObject({ code: 'unknown', status: 500 });
  });

  it('tells a broken connection from a refusal', async () => {
    const { api: called } = api(new TypeError('network'));
    await expect(answerOf(called.GET('/api/v2/lobby/products'))).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('newId', () => {
  it('is a UUIDv7 that keeps its instant', () => {
    const at = Date.UTC(2026, 2, 2, 8, 15, 30, 125);
    const id = newId(at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
  });

  it('sorts by instant, and no two are alike', () => {
    expect(newId(1) < newId(2)).toBe(true);
    expect(newId(1)).not.toBe(newId(1));
  });
});
