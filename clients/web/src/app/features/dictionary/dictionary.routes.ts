import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';
import { withTexts } from '../../core/i18n/with-texts';
import { askIfUnsaved } from '../../core/unsaved/unsaved';

const title = (key: MessageKey) => key;
const product = 'learning-cards';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: title('dictionary.title'),
    data: { product },
    loadComponent: withTexts('dictionary', () => import('./dictionary').then((m) => m.Dictionary)),
  },
  {
    path: 'new',
    title: title('dictionary.new'),
    canDeactivate: [askIfUnsaved],
    loadComponent: withTexts('dictionary', () => import('./new-word').then((m) => m.NewWord)),
  },
  {
    path: 'removed',
    title: title('dictionary.removed'),
    loadComponent: withTexts('dictionary', () => import('./removed-words').then((m) => m.RemovedWords)),
  },
  {
    path: 'week',
    pathMatch: 'full',
    title: title('week.title'),
    data: { product },
    loadComponent: withTexts('dictionary', () => import('./week').then((m) => m.WeekPage)),
  },
  {
    path: 'week/queue',
    title: title('queue.title'),
    loadComponent: withTexts('dictionary', () => import('./queue').then((m) => m.Queue)),
  },
  {
    path: 'week/settings',
    title: title('week-settings.title'),
    canDeactivate: [askIfUnsaved],
    loadComponent: withTexts('dictionary', () => import('./week-settings').then((m) => m.WeekSettings)),
  },
  {
    path: 'week/sessions/:sessionId',
    title: title('week.sitting'),
    data: { product, isFocused: true },
    loadComponent: withTexts('dictionary', () => import('./word-sitting').then((m) => m.WordSittingPage)),
  },
  {
    // Of this device alone: no other can go on with it.
    path: 'offline/sessions/:sessionId',
    title: title('week.sitting'),
    data: { isOnDevice: true, isFocused: true },
    loadComponent: withTexts('dictionary', () => import('./word-sitting').then((m) => m.WordSittingPage)),
  },
  {
    path: 'words/:wordId',
    title: title('dictionary.word'),
    loadComponent: withTexts('dictionary', () => import('./own-word').then((m) => m.OwnWordPage)),
  },
  {
    path: 'statistics',
    title: title('statistics.title'),
    data: { product },
    loadComponent: withTexts('dictionary', () => import('./word-statistics').then((m) => m.WordStatistics)),
  },
  {
    path: 'lists',
    title: title('lists.title'),
    loadComponent: withTexts('dictionary', () => import('./lists').then((m) => m.Lists)),
  },
  {
    path: 'lists/:listId',
    title: title('lists.list'),
    loadComponent: withTexts('dictionary', () => import('./list').then((m) => m.ListPage)),
  },
  {
    path: 'files',
    title: title('word-file.title'),
    loadComponent: withTexts('dictionary', () => import('./word-files').then((m) => m.WordFiles)),
  },
  {
    path: 'words/:wordId/merge',
    title: title('merge.title'),
    loadComponent: withTexts('dictionary', () => import('./merge-words').then((m) => m.MergeWords)),
  },
  {
    path: 'words/:wordId/text',
    title: title('dictionary.edit'),
    canDeactivate: [askIfUnsaved],
    loadComponent: withTexts('dictionary', () => import('./edit-word').then((m) => m.EditWord)),
  },
] satisfies Routes;
