import type { Schemas } from '@tall/api/http';

import type { MessageKey } from '../../core/i18n/message-key';

type Pii = Schemas['pii'];
export type Speaker = Pii['Speaker'];
export type Decision = Pii['Decision'];

/** A document, what somebody says of it now, and what they could say next. */
export interface ConsentRow {
  readonly document: string;
  readonly title: string;
  /** The version that they agree to; absent where they do not. */
  readonly agreed: string | undefined;
  readonly isCurrent: boolean;
  readonly next: { readonly decision: Decision; readonly version: string };
}

/** Whoever agrees to what counts now can withdraw; whoever agrees to nothing, or to an older version, can agree. */
export function consentRows(
  { documents }: Pii['StandingView'],
  terms: readonly Pii['TermsView'][],
  speaker: Speaker,
): ConsentRow[] {
  return documents.map(({ document, currentVersion, agreedByGuardian, agreedByPerson }) => {
    const agreed = (speaker === 'guardian' ? agreedByGuardian : agreedByPerson) ?? undefined;
    const isCurrent = agreed === currentVersion;
    const decision = isCurrent ? 'withdrawn' : 'given';
    const title = titleOf(terms.find((one) => one.document === document)?.text) ?? document;
    return { document, title, agreed, isCurrent, next: { decision, version: currentVersion } };
  });
}

/**
 * How things stand, with what is missing. Where a guardian agreed to all that counts and is still awaited, it is not known who
 * they are.
 */
export function standingKey({ standing, documents }: Pii['StandingView']): MessageKey {
  const isAgreed = documents.every(({ agreedByGuardian, currentVersion }) => agreedByGuardian === currentVersion);
  return standing === 'awaiting-guardian' && isAgreed
    ? 'consent-standing.guardian-unknown'
    : `consent-standing.${standing}`;
}

/** The first line of a document, as its heading marks it. */
export function titleOf(markdown: string | undefined): string | undefined {
  return /^# (.+)/.exec(markdown ?? '')?.[1]?.trim();
}
