import { inject, Service } from '@angular/core';
import { answerOf, newId, type Schemas } from '@tall/api/http';

import { API } from '../../core/http/api';
import { SEND } from '../../core/http/open-api';
import { Session } from '../../core/session/session';
import { LOCAL_STORAGE } from '../../core/store/local-storage';

export type ExportView = Schemas['pii']['ExportView'];

/** The export that somebody asked for from this device: its id is kept here, since nothing lists exports. */
@Service()
export class OwnExports {
  private readonly api = inject(API);
  private readonly send = inject(SEND);
  private readonly session = inject(Session);
  private readonly storage = inject(LOCAL_STORAGE);

  async current(): Promise<ExportView | undefined> {
    const exportId = this.storage.getItem(this.key);
    if (!exportId) return undefined;
    return answerOf(this.api.GET('/api/v2/pii/exports/{exportId}', { params: { path: { exportId } } }));
  }

  async ask(): Promise<ExportView> {
    const view = await answerOf(this.api.POST('/api/v2/pii/exports', { body: { exportId: newId() } }));
    this.storage.setItem(this.key, view.exportId);
    return view;
  }

  /** Fetched by a call, so that the link, which works once, stands in no history. */
  async fetch(exportId: string): Promise<Blob> {
    const path = { exportId };
    const link = await answerOf(this.api.POST('/api/v2/pii/exports/{exportId}/links', { params: { path } }));
    const archive = new URL(link.href, document.baseURI);
    const answer = await this.send(new Request(archive));
    if (!answer.ok) throw new Error(`the archive was answered with ${answer.status}`);
    return answer.blob();
  }

  private get key(): string {
    return `tall.export.${this.session.userId() ?? ''}`;
  }
}
