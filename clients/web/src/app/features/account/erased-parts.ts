import type { Schemas } from '@tall/api/http';

type Confirmation = Schemas['pii']['ConfirmationView'];

/** What one service has erased. */
export interface ErasedPart {
  readonly service: string;
  /** Absent while it is still to be done. */
  readonly confirmedAt: string | undefined;
  readonly records: number;
}

/** Each service with how much of it is gone: those that are done in the order in which they were, then the others. */
export function partsOf(confirmations: readonly Confirmation[]): ErasedPart[] {
  return confirmations
    .map(({ service, confirmedAt, holdings }) => ({
      service,
      confirmedAt: confirmedAt ?? undefined,
      records: holdings.reduce((sum, { count }) => sum + count, 0),
    }))
    .toSorted((one, other) => instantOf(one) - instantOf(other));
}

function instantOf({ confirmedAt }: ErasedPart): number {
  return confirmedAt ? Date.parse(confirmedAt) : Number.MAX_SAFE_INTEGER;
}
