import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, maxLength, required, type SchemaPathTree } from '@angular/forms/signals';

import { Translator } from '../../core/i18n/translator';
import { Choice } from '../../ui/choice';
import { TextField } from '../../ui/text-field';
import type { StepToTake } from './content-api';
import type { YesOrNo } from './item-form';

/** What is typed about a publication. */
export interface AnnouncementForm {
  affectsProgress: YesOrNo;
  notice: { nl: string; en: string; ru: string };
}

/** Its fields, wherever they stand. */
export interface AnnouncementFields {
  readonly affectsProgress: FieldTree<AnnouncementForm['affectsProgress']>;
  readonly notice: FieldTree<AnnouncementForm['notice']>;
}

export const NO_ANNOUNCEMENT: AnnouncementForm = { affectsProgress: 'no', notice: { nl: '', en: '', ru: '' } };

const LONGEST = 500;

/** A notice is in all three languages, or there is none. */
export function announcementRules(path: SchemaPathTree<AnnouncementForm>): void {
  for (const text of [path.notice.nl, path.notice.en, path.notice.ru]) {
    required(text, { when: ({ valueOf }) => hasNotice(valueOf(path.notice)) });
    maxLength(text, LONGEST);
  }
}

/** As it is sent with `publish`. */
export function announcementOf(typed: AnnouncementForm): Pick<StepToTake, 'affectsProgress' | 'notice'> {
  const { nl, en, ru } = typed.notice;
  const notice = { nl: nl.trim(), en: en.trim(), ru: ru.trim() };
  return { affectsProgress: typed.affectsProgress === 'yes', ...(hasNotice(notice) && { notice }) };
}

function hasNotice(notice: AnnouncementForm['notice']): boolean {
  return Object.values(notice).some((text) => text.trim() !== '');
}

/** What students are told of a publication, and whether what they learnt may count differently. */
@Component({
  selector: 'tall-announcement',
  imports: [Choice, TextField],
  template: `
    <tall-choice
      [label]="t('publish.affects')"
      [options]="options()"
      [value]="of().affectsProgress().value()"
      (chosen)="of().affectsProgress().value.set($event)"
    />
    <p class="small soft">{{ t('publish.notice-text') }}</p>
    <tall-text-field [label]="t('publish.notice-nl')" [field]="of().notice.nl" />
    <tall-text-field [label]="t('publish.notice-en')" [field]="of().notice.en" />
    <tall-text-field [label]="t('publish.notice-ru')" [field]="of().notice.ru" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 1.25rem;
    }
  `,
})
export class Announcement {
  readonly of = input.required<AnnouncementFields>();
  protected readonly t = inject(Translator).t;
  protected readonly options = computed(() => [
    { value: 'no' as const, label: this.t('no') },
    { value: 'yes' as const, label: this.t('yes') },
  ]);
}
