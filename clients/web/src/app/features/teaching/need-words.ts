import { inject, Service } from '@angular/core';

import { Formats } from '../../core/i18n/formats';
import type { MessageKey } from '../../core/i18n/message-key';
import { Translator } from '../../core/i18n/translator';
import type { Need } from './teaching-api';

/** Why somebody needs help, in one sentence with the numbers that it rests on. */
@Service()
export class NeedWords {
  private readonly translator = inject(Translator);
  private readonly formats = inject(Formats);

  of(need: Need): string {
    const { t } = this.translator;
    switch (need.code) {
      case 'inactive':
        return t('need.inactive', { days: need.days });
      case 'low-retention':
        return t('need.low-retention', {
          retention: this.formats.share(need.retention),
          desired: this.formats.share(need.desired),
        });
      case 'due-load':
        return t('need.due-load', { due: need.due, usual: Math.round(need.usualDay) });
      case 'leeches':
        return t('need.leeches', { count: need.leeches });
      case 'mistake-kind':
        return t('need.mistake-kind', { kind: this.kind(need.kind), mistakes: need.mistakes, all: need.of });
    }
  }

  /** A kind of mistake, as the grader names it, in words. */
  kind(code: string): string {
    const key: MessageKey = this.translator.known(`mistake-kind.${code}`) ?? 'mistake-kind.other';
    return this.translator.t(key);
  }
}
