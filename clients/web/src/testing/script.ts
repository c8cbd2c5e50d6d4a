import type { Send } from '@tall/api/http';

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

export function says(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

export function refuses(status: number, code: string): Response {
  const body = { type: `urn:tall:problem:${code}`, title: code, status, detail: code };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
}
