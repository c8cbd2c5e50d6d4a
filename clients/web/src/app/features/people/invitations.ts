import { Component, computed, DOCUMENT, inject, signal, viewChild } from '@angular/core';
import { newId } from '@tall/api/http';

import { FailureMessages } from '../../core/http/failure-message';
import { Translator } from '../../core/i18n/translator';
import { saveFile } from '../../core/save-file';
import { Action } from '../../ui/action';
import { Failure } from '../../ui/failure';
import { FileChoice } from '../../ui/file-choice';
import { Icon } from '../../ui/icon';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { InviteOne } from './invite-one';
import { type ImportPreview, PeopleApi, ROLES } from './people-api';
import { peopleFile } from './people-file';

/** Accounts for the people of a file, or for one: first who they would be or what is wrong, then invitations by mail. */
@Component({
  selector: 'tall-invitations',
  imports: [Failure, FileChoice, Icon, InviteOne, Page, Skeleton],
  templateUrl: './invitations.html',
})
export class Invitations {
  protected readonly t = inject(Translator).t;
  private readonly messages = inject(FailureMessages);
  private readonly people = inject(PeopleApi);
  private readonly page = inject(DOCUMENT);

  private readonly one = viewChild(InviteOne);
  private csv = '';
  /** One for each choice of a file: a lost answer is asked for again under the same id. */
  private importId = newId();

  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;
  protected readonly preview = signal<ImportPreview | undefined>(undefined);
  protected readonly invited = signal(0);

  protected readonly faults = computed(() =>
    (this.preview()?.faults ?? []).map((fault) => ({
      line: fault.line,
      column: fault.column,
      message: this.messages.ofField({ ...fault, pointer: fault.column ?? '' }),
    })),
  );
  protected readonly all = computed(() => this.preview()?.users.length ?? 0);
  protected readonly counts = computed(() => {
    const users = this.preview()?.users ?? [];
    return ROLES.flatMap((role) => {
      const count = users.filter((user) => user.role === role).length;
      return count > 0 ? [`${this.t(`role.${role}`)}: ${String(count)}`] : [];
    }).join(', ');
  });
  protected readonly withoutTeacher = computed(
    () => (this.preview()?.users ?? []).filter((user) => user.role === 'student' && !user.hasTeacher).length,
  );
  protected readonly canInvite = computed(() => this.faults().length === 0 && this.all() > 0);

  protected saveTemplate(): void {
    saveFile(this.page, new Blob([peopleFile([])], { type: 'text/csv;charset=utf-8' }), 'people.csv');
  }

  protected async choose([file]: readonly File[]): Promise<void> {
    await this.look((await file?.text()) ?? '');
  }

  protected look(csv: string): Promise<void> {
    return this.action.run(async () => {
      this.preview.set(undefined);
      this.invited.set(0);
      this.csv = csv;
      this.importId = newId();
      this.preview.set(await this.people.preview(this.csv));
    });
  }

  protected invite(): Promise<void> {
    return this.action.run(async () => {
      const { users } = await this.people.import(this.importId, this.csv);
      this.preview.set(undefined);
      this.invited.set(users.length);
      this.one()?.clear();
    });
  }
}
