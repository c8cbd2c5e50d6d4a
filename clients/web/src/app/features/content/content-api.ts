import { inject, Service } from '@angular/core';
import { answerOf, answerWithTag, newId, type Schemas, type Tagged } from '@tall/api/http';

import { API } from '../../core/http/api';

type Admin = Schemas['admin'];
export type Item = Admin['ItemView'];
export type ItemSummary = Admin['ItemSummary'];
export type Items = Admin['Page_ItemSummary'];
export type Entry = Admin['EntryView'];
export type Version = Admin['VersionView'];
export type Content = Admin['Content'];
export type Topic = Admin['Topic'];
export type Word = Admin['Word'];
export type Level = Admin['Level'];
export type Status = Admin['Status'];
export type Step = Admin['Step'];
export type StepToTake = Admin['TakeStep'];
export type StepsToTake = Admin['TakeSteps'];
export type Steps = Admin['StepsView'];
export type FieldChange = Admin['FieldChange'];
export type Differences = Admin['DifferencesView'];
export type NamedFile = Admin['NamedFile'];
export type Preview = Admin['PreviewView'];
export type Imported = Admin['ImportView'];
export type Effect = Admin['Effect'];

export const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const STATUSES = ['draft', 'review', 'approved', 'published', 'archived'] as const;

export function topicOf(content: Content): Topic | undefined {
  return 'topic' in content ? content.topic : undefined;
}

export function wordOf(content: Content): Word | undefined {
  return 'word' in content ? content.word : undefined;
}

export interface Wanted {
  readonly kind?: 'topic' | 'word' | undefined;
  readonly status?: Status | undefined;
  readonly topicId?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What students learn, as those who write it see it. */
@Service()
export class ContentApi {
  private readonly api = inject(API);

  items(query: Wanted): Promise<Items> {
    return answerOf(this.api.GET('/api/v2/admin/items', { params: { query } }));
  }

  item(itemId: string): Promise<Tagged<Item>> {
    return answerWithTag(this.api.GET('/api/v2/admin/items/{itemId}', { params: { path: { itemId } } }));
  }

  /** A new item without a tag; with the tag of what was read, a change of it. */
  put(itemId: string, body: Content, etag?: string): Promise<Tagged<Item>> {
    const header = etag === undefined ? {} : { 'If-Match': etag };
    return answerWithTag(this.api.PUT('/api/v2/admin/items/{itemId}', { params: { path: { itemId }, header }, body }));
  }

  /** Refused when the item is no longer what `etag` stands for. */
  async take(itemId: string, etag: string, body: StepToTake): Promise<void> {
    const params = { path: { itemId, stepId: newId() }, header: { 'If-Match': etag } };
    await answerOf(this.api.PUT('/api/v2/admin/items/{itemId}/steps/{stepId}', { params, body }));
  }

  /** The steps for a topic and all its words, as far as each can take them. */
  takeAll(topicId: string, body: StepsToTake): Promise<Steps> {
    const params = { path: { topicId, stepId: newId() } };
    return answerOf(this.api.PUT('/api/v2/admin/topics/{topicId}/steps/{stepId}', { params, body }));
  }

  async versions(itemId: string): Promise<Version[]> {
    const { items } = await answerOf(
      this.api.GET('/api/v2/admin/items/{itemId}/versions', { params: { path: { itemId } } }),
    );
    return items;
  }

  /** Without `to` the working version is the other one. */
  async differences(itemId: string, from: number, to?: number): Promise<FieldChange[]> {
    const query = to === undefined ? { from } : { from, to };
    const { changes } = await answerOf(
      this.api.GET('/api/v2/admin/items/{itemId}/differences', { params: { path: { itemId }, query } }),
    );
    return changes;
  }

  preview(files: NamedFile[]): Promise<Preview> {
    return answerOf(this.api.POST('/api/v2/admin/imports/previews', { body: { files } }));
  }

  import(importId: string, files: NamedFile[]): Promise<Imported> {
    const params = { path: { importId } };
    return answerOf(this.api.PUT('/api/v2/admin/imports/{importId}', { params, body: { files } }));
  }
}
