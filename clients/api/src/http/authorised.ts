import { problemCode, type Send } from './send';

/** Where access tokens come from. */
export interface Credentials {
  /** A token that holds, renewed beforehand where it is about to run out; none where nobody is logged in. */
  token(): Promise<string | undefined>;
  /** A token other than `spent`, which was refused; none when the session is over. */
  renewed(spent: string): Promise<string | undefined>;
  /** Asks the person to prove again who they are; none when they would rather not. */
  provenAnew(): Promise<string | undefined>;
}

/**
 * Sends the access token along. A token that is refused is renewed once; a proof that is too long ago is asked for once.
 * A request that carries its own `Authorization` is left alone.
 */
export function authorised(next: Send, credentials: Credentials): Send {
  return async (request) => {
    if (request.headers.has('authorization')) return next(request);
    const token = await credentials.token();
    if (token === undefined) return next(request);
    const answer = await next(withToken(request.clone(), token));
    if (answer.status !== 401) return answer;
    const other = await another(credentials, await problemCode(answer), token);
    return other === undefined ? answer : next(withToken(request, other));
  };
}

function another(credentials: Credentials, refusal: string | undefined, token: string): Promise<string | undefined> {
  switch (refusal) {
    case 'invalid-token':
      return credentials.renewed(token);
    case 'stale-authentication':
      return credentials.provenAnew();
    default:
      return Promise.resolve(undefined);
  }
}

function withToken(request: Request, token: string): Request {
  request.headers.set('authorization', `Bearer ${token}`);
  return request;
}
