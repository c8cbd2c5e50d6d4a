import { inject, Service } from '@angular/core';
import { answerOf, type Schemas } from '@tall/api/http';

import { OPEN_API } from '../http/open-api';
import { Translator } from '../i18n/translator';

export type TermsText = Schemas['pii']['TermsView'];

/** What the school asks people to agree to, in the versions that count now and in the reader's language. */
@Service()
export class Terms {
  private readonly open = inject(OPEN_API);
  private readonly language = inject(Translator).language;

  async current(): Promise<readonly TermsText[]> {
    const query = { language: this.language() };
    const { items } = await answerOf(this.open.GET('/api/v2/pii/terms', { params: { query } }));
    return items;
  }
}
