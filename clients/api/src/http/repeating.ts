import type { Send } from './send';
import { Unreachable } from './problem';

/** How long to go on trying. Time and chance are arguments, so that a test has its own. */
export interface Patience {
  readonly attempts: number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

/**
 * By their method alone these may be sent twice (RFC 9110 section 9.2.2); a `PUT` of this API has an id of its caller's
 * making and is answered the second time as the first.
 */
const REPEATABLE = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
/** Busy, or away for a moment. */
const PASSING = new Set([429, 502, 503, 504]);
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 8_000;

/**
 * Sends again what may be sent again, after a pause that grows and is partly by chance ("full jitter"), or that the server
 * asked for. Whoever asks for a longer pause than {@link LONGEST_WAIT_MS} is not waited for.
 */
export function repeating(next: Send, patience: Patience): Send {
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt >= patience.attempts || !REPEATABLE.has(request.method);
      const outcome = await attemptOf(next, last ? request : request.clone());
      if (last || !(outcome instanceof Unreachable || PASSING.has(outcome.status))) return orThrow(outcome);
      const wait = pause(outcome, attempt, patience.random);
      if (wait > LONGEST_WAIT_MS) return orThrow(outcome);
      await patience.sleep(wait, request.signal);
    }
  };
}

async function attemptOf(next: Send, request: Request): Promise<Response | Unreachable> {
  try {
    return await next(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    return new Unreachable('no answer came', { cause });
  }
}

function orThrow(outcome: Response | Unreachable): Response {
  if (outcome instanceof Unreachable) throw outcome;
  return outcome;
}

function pause(outcome: Response | Unreachable, attempt: number, random: () => number): number {
  const asked = outcome instanceof Unreachable ? Number.NaN : Number(outcome.headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(asked)) return asked * 1_000;
  return FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + random() / 2);
}
