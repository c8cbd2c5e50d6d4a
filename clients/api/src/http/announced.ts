import { problemCode, type Send } from './send';

/** What the server says about the version of this client. */
export interface Announcements {
  /** There is a newer version; this one may still call. */
  updateOffered(latest: string): void;
  /** This version may call no more. `message` is the server's, in the language that was asked for. */
  updateRequired(message: string, latest: string | undefined): void;
}

/** Says with each request which client calls, and hears whether it is still welcome. */
export function announced(next: Send, version: string, announcements: Announcements): Send {
  return async (request) => {
    request.headers.set('x-client-version', version);
    const answer = await next(request);
    const latest = answer.headers.get('x-client-update') ?? undefined;
    if (answer.status === 426 && (await problemCode(answer)) === 'client-too-old') {
      const problem: { detail?: string } = await answer.clone().json();
      announcements.updateRequired(problem.detail ?? '', latest);
    } else if (latest !== undefined) {
      announcements.updateOffered(latest);
    }
    return answer;
  };
}
