import { computed, inject, Service, signal } from '@angular/core';
import { answerOf, type Credentials, newId, Problem, type Schemas } from '@tall/api/http';

import { OPEN_API } from '../http/open-api';
import { fromStore } from '../store/from-store';
import { keptStore } from '../store/kept-store';
import { LOCAL_STORAGE } from '../store/local-storage';
import { exclusively } from './exclusively';
import { ProofPrompt } from './proof-prompt';
import { readSession, type SessionState, type Tokens, tokensOf } from './tokens';

/** A log-in that waits for its second factor. In memory alone: whoever reloads begins again. */
export type Challenge = Schemas['profile']['ChallengeView'];
export type TokensView = Schemas['profile']['TokensView'];

const DEVICE = 'tall.device';
/** A token that ends sooner is renewed before it is used. */
const MARGIN_MS = 30_000;

/**
 * Who is logged in on this device, in all of its tabs.
 *
 * A refresh token holds once, so one tab renews while the others wait (Web Locks) and then finds the new tokens kept.
 */
@Service()
export class Session implements Credentials {
  private readonly api = inject(OPEN_API);
  private readonly storage = inject(LOCAL_STORAGE);
  private readonly prompt = inject(ProofPrompt);
  private readonly store = keptStore<SessionState>({
    name: 'tall.session',
    initial: { tokens: undefined },
    read: readSession,
    storage: this.storage,
  });
  private readonly tokens = fromStore(this.store, (state) => state.tokens);

  readonly userId = computed(() => this.tokens()?.userId);
  readonly role = computed(() => this.tokens()?.role);
  readonly isLoggedIn = computed(() => this.tokens() !== undefined);
  /** Whether the last session here was ended here, by whoever it was of. */
  private readonly left = signal(false);
  readonly wasLeft = this.left.asReadonly();

  /** This installed client: made once and kept, since refresh tokens work from here alone. */
  get deviceId(): string {
    const kept = this.storage.getItem(DEVICE);
    if (kept) return kept;
    const made = newId();
    this.storage.setItem(DEVICE, made);
    return made;
  }

  /** The challenge when a second factor is asked for. */
  async logIn(email: string, password: string): Promise<Challenge | undefined> {
    const body = { email, password, device: { id: this.deviceId } };
    return this.enter(await answerOf(this.api.POST('/api/v2/profile/sessions', { body })));
  }

  /** Takes what a log-in brought: tokens, or the challenge that comes before them. */
  enter(view: TokensView | Challenge): Challenge | undefined {
    if ('challengeId' in view) return view;
    this.left.set(false);
    this.store.setState({ tokens: tokensOf(view, Date.now()) });
    return undefined;
  }

  /** Ends the session here at once, and on the server as soon as it can be reached. */
  async logOut(): Promise<void> {
    const tokens = this.store.getState().tokens;
    this.forget();
    if (!tokens) return;
    const headers = { authorization: `Bearer ${tokens.accessToken}` };
    await answerOf(this.api.DELETE('/api/v2/profile/sessions/current', { headers })).catch(() => undefined);
  }

  /** On this device alone, as after everything was ended elsewhere. */
  forget(): void {
    this.left.set(true);
    this.store.setState({ tokens: undefined });
  }

  async token(): Promise<string | undefined> {
    const tokens = this.store.getState().tokens;
    if (!tokens) return undefined;
    return tokens.accessEndsAt - Date.now() > MARGIN_MS ? tokens.accessToken : this.renewed(tokens.accessToken);
  }

  renewed(spent: string): Promise<string | undefined> {
    return exclusively('tall.refresh', async () => {
      this.store.readAgain();
      const tokens = this.store.getState().tokens;
      if (tokens?.accessToken !== spent) return tokens?.accessToken;
      return this.refresh(tokens);
    });
  }

  async provenAnew(): Promise<string | undefined> {
    const token = await this.token();
    if (!token) return undefined;
    const proved = await this.prompt.ask((method, proof) =>
      answerOf(
        this.api.POST('/api/v2/profile/sessions/current/authentications', {
          body: { method, proof },
          headers: { authorization: `Bearer ${token}` },
        }),
      ),
    );
    if (!proved) return undefined;
    this.keep({ accessToken: proved.accessToken, accessEndsAt: Date.now() + proved.expiresIn * 1_000 });
    return proved.accessToken;
  }

  private async refresh(tokens: Tokens): Promise<string | undefined> {
    const body = { deviceId: this.deviceId, refreshToken: tokens.refreshToken };
    try {
      const view = await answerOf(this.api.POST('/api/v2/profile/sessions/refreshes', { body }));
      this.store.setState({ tokens: tokensOf(view, Date.now()) });
      return view.accessToken;
    } catch (failure) {
      // Refused is over; a server that is away for a moment is no reason to log anybody out.
      if (!(failure instanceof Problem) || failure.status !== 401) throw failure;
      this.store.setState({ tokens: undefined });
      return undefined;
    }
  }

  private keep(change: Partial<Tokens>): void {
    const tokens = this.store.getState().tokens;
    if (tokens) this.store.setState({ tokens: { ...tokens, ...change } });
  }
}
