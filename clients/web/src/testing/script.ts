import type { FieldFault, Send } from '@tall/api/http';

/** A server of a test: gives each answer in turn, and keeps what was asked. */
export class Script {
  readonly asked: Request[] = [];
  private readonly answers: (Response | Promise<Response>)[] = [];

  readonly send: Send = async (request) => {
    this.asked.push(request.clone());
    const answer = this.answers.shift();
    if (!answer) throw new TypeError(`no answer to ${request.method} ${request.url}`);
    return answer;
  };

  willSay(...answers: (Response | Promise<Response>)[]): this {
    this.answers.push(...answers);
    return this;
  }
}

/** A server of a test that answers by what is asked, `GET /api/v2/profile/me`: in turn where it is given several answers. */
export class Server {
  private readonly requests: Request[] = [];
  private readonly answers = new Map<string, Response[]>();

  readonly send: Send = (request) => {
    this.requests.push(request.clone());
    const to = [...this.answers.keys()].find(
      (pattern) => isSo(request, pattern) && this.answers.get(pattern)!.length > 0,
    );
    const answer = to === undefined ? undefined : this.answers.get(to)?.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError(`no answer to ${nameOf(request)}`));
  };

  /** `*` stands for one part of the path. */
  willSay(to: string, ...answers: Response[]): this {
    this.answers.set(to, [...(this.answers.get(to) ?? []), ...answers]);
    return this;
  }

  /** What was asked so, the first first. */
  asked(what: string): Request[] {
    return this.requests.filter((request) => isSo(request, what));
  }
}

function isSo(request: Request, pattern: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '[^/]+')}$`).test(nameOf(request));
}

function nameOf({ method, url }: Request): string {
  return `${method} ${new URL(url).pathname}`;
}

export function says(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

export function refuses(status: number, code: string): Response {
  const body = { type: `urn:tall:problem:${code}`, title: code, status, detail: code };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
}

/** The server says what is wrong with which field. */
export function refusesFields(...errors: readonly FieldFault[]): Response {
  const body = { type: 'urn:tall:problem:invalid-fields', title: 'invalid-fields', status: 422, detail: '', errors };
  return new Response(JSON.stringify(body), { status: 422, headers: { 'content-type': 'application/problem+json' } });
}
