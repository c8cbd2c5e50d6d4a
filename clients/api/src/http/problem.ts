/** One bad field of a request, as the server names it. */
export interface FieldFault {
  /** A JSON pointer into the body (RFC 6901), or `query:limit`, `path:topicId`, `header:If-Match`. */
  readonly pointer: string;
  /** What is wrong, for programs. */
  readonly code: string;
  /** What is wrong, for people, in English. */
  readonly message: string;
}

/** The server understood and said no: a problem document (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** The last part of `urn:tall:problem:<code>`; docs/API.md lists them all. */
    readonly code: string,
    readonly status: number,
    detail: string,
    /** Where and why, for `invalid-fields`. */
    readonly faults: readonly FieldFault[] = [],
    /** To be quoted when asking for help. */
    readonly traceId: string | undefined = undefined,
    /** Seconds to wait before asking again, where the server said so. */
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(detail);
  }
}

/** No answer came: no network, or nobody at the other end. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** An answer with its revision, for `If-Match`. */
export interface Tagged<T> {
  readonly value: T;
  readonly etag: string;
}

/** What a call of `openapi-fetch` gives. */
interface Outcome<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer, or the reason why there is none as an exception: {@link Problem} or {@link Unreachable}. */
export async function answerOf<T>(call: Promise<Outcome<T>>): Promise<T> {
  const outcome = await settled(call);
  return outcome.data as T;
}

/** {@link answerOf}, with the revision of what was read. */
export async function answerWithTag<T>(call: Promise<Outcome<T>>): Promise<Tagged<T>> {
  const outcome = await settled(call);
  return { value: outcome.data as T, etag: revisionOf(outcome.response.headers.get('etag') ?? '') };
}

/**
 * A gateway that packs an answer calls its tag weak, as the bytes are others (RFC 9110, 8.8.1); `If-Match` takes strong
 * ones alone. Ours name the revision, which is the same however it is packed.
 */
function revisionOf(tag: string): string {
  return tag.replace(/^W\//, '');
}

export function isProblem(error: unknown, ...codes: readonly string[]): error is Problem {
  return error instanceof Problem && codes.includes(error.code);
}

async function settled<T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> {
  const outcome = await call.catch((cause: unknown) => {
    if (cause instanceof Unreachable || isAbort(cause)) throw cause;
    throw new Unreachable('no answer came', { cause });
  });
  if (!outcome.response.ok) throw problemOf(outcome.error, outcome.response);
  return outcome;
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}

function problemOf(document: unknown, answer: Response): Problem {
  const told: Record<string, unknown> = typeof document === 'object' && document !== null ? { ...document } : {};
  const text = (name: 'type' | 'detail' | 'instance') => (typeof told[name] === 'string' ? told[name] : undefined);
  const after = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return new Problem(
    text('type')?.split(':').at(-1) ?? 'unknown',
    answer.status,
    text('detail') ?? answer.statusText,
    Array.isArray(told['errors']) ? told['errors'].filter(isFault) : [],
    text('instance') ?? answer.headers.get('trace-id') ?? undefined,
    Number.isFinite(after) ? after : undefined,
  );
}

function isFault(value: unknown): value is FieldFault {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'code' in value && 'message' in value;
}
