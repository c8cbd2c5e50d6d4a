import { inject, Injector, Service } from '@angular/core';
import type { Schemas } from '@tall/api/http';

export type ProofMethod = Schemas['profile']['ProofMethod'];
export type Proved = Schemas['profile']['AuthenticationView'];
/** Shows the server what somebody typed. */
export type Prove = (method: ProofMethod, proof: string) => Promise<Proved>;

/** Asks somebody to prove again who they are. The dialog is fetched when it is first needed. */
@Service()
export class ProofPrompt {
  private readonly injector = inject(Injector);
  private asking: Promise<Proved | undefined> | undefined;

  /** Several requests that need a proof at once ask one question. */
  ask(prove: Prove): Promise<Proved | undefined> {
    this.asking ??= this.open(prove).finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async open(prove: Prove): Promise<Proved | undefined> {
    const { openProofDialog } = await import('./proof-dialog');
    return openProofDialog(this.injector, prove);
  }
}
