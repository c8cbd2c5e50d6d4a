import { inject, Service } from '@angular/core';
import { type FieldFault, Problem, Unreachable } from '@tall/api/http';

import { Translator } from '../i18n/translator';

/** What went wrong, in the reader's language and in words that say what to do. */
@Service()
export class FailureMessages {
  private readonly translator = inject(Translator);

  of(failure: unknown): string {
    const { t } = this.translator;
    if (failure instanceof Unreachable) return t('failure.unreachable');
    if (!(failure instanceof Problem)) return t('failure.defect');
    const key = this.translator.known(`problem.${failure.code}`);
    return key ? t(key, { seconds: failure.retryAfter ?? 0 }) : t('failure.defect');
  }

  /** To be quoted when asking for help; only where that is what is left to do. */
  traceOf(failure: unknown): string | undefined {
    if (!(failure instanceof Problem) || this.translator.known(`problem.${failure.code}`)) return undefined;
    return failure.traceId;
  }

  /** The server's own words, in English, where we have none. */
  ofField(fault: FieldFault): string {
    const key = this.translator.known(`field.${fault.code}`);
    return key ? this.translator.t(key) : fault.message;
  }
}
