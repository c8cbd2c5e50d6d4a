import { inject, Service } from '@angular/core';
import { answerWithTag, type Schemas, type Tagged } from '@tall/api/http';

import { API } from '../../core/http/api';

type Cards = Schemas['thematicCards'];
export type SettingsView = Cards['SettingsView'];
export type SettingsChange = Cards['ChangeSettings'];

/** What a student chose of their cards. */
@Service()
export class SettingsApi {
  private readonly api = inject(API);

  settings(): Promise<Tagged<SettingsView>> {
    return answerWithTag(this.api.GET('/api/v2/thematic-cards/settings'));
  }

  /** Refused when the settings are no longer what `etag` stands for. */
  change(body: SettingsChange, etag: string): Promise<Tagged<SettingsView>> {
    return answerWithTag(
      this.api.PATCH('/api/v2/thematic-cards/settings', {
        params: { header: { 'If-Match': etag } },
        headers: { 'content-type': 'application/merge-patch+json' },
        body,
      }),
    );
  }
}
