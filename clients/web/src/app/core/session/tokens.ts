import type { Schemas } from '@tall/api/http';

export type Role = Schemas['profile']['RoleName'];

/** What a session goes on with. Kept in LocalStorage, one for all tabs. */
export interface Tokens {
  readonly accessToken: string;
  /** By this device's clock, in milliseconds. */
  readonly accessEndsAt: number;
  readonly refreshToken: string;
  readonly sessionId: string;
  readonly userId: string;
  readonly role: Role;
}

export interface SessionState {
  readonly tokens: Tokens | undefined;
}

export function tokensOf(view: Schemas['profile']['TokensView'], now: number): Tokens {
  return {
    accessToken: view.accessToken,
    accessEndsAt: now + view.expiresIn * 1_000,
    refreshToken: view.refreshToken,
    sessionId: view.sessionId,
    userId: view.user.id,
    role: view.user.role,
  };
}

export function readSession(kept: unknown): SessionState | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { tokens } = kept as Record<string, unknown>;
  return isTokens(tokens) ? { tokens } : { tokens: undefined };
}

const TEXTS = ['accessToken', 'refreshToken', 'sessionId', 'userId', 'role'] as const;

function isTokens(value: unknown): value is Tokens {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return TEXTS.every((name) => typeof fields[name] === 'string') && typeof fields['accessEndsAt'] === 'number';
}
