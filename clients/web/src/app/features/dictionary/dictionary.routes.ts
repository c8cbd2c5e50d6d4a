import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';

const title = (key: MessageKey) => key;
const product = 'learning-cards';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: title('dictionary.title'),
    data: { product },
    loadComponent: () => import('./dictionary').then((m) => m.Dictionary),
  },
  {
    path: 'new',
    title: title('dictionary.new'),
    loadComponent: () => import('./new-word').then((m) => m.NewWord),
  },
  {
    path: 'removed',
    title: title('dictionary.removed'),
    loadComponent: () => import('./removed-words').then((m) => m.RemovedWords),
  },
  {
    path: 'week',
    pathMatch: 'full',
    title: title('week.title'),
    data: { product },
    loadComponent: () => import('./week').then((m) => m.WeekPage),
  },
  {
    path: 'week/queue',
    title: title('queue.title'),
    loadComponent: () => import('./queue').then((m) => m.Queue),
  },
  {
    path: 'week/settings',
    title: title('week-settings.title'),
    loadComponent: () => import('./week-settings').then((m) => m.WeekSettings),
  },
  {
    path: 'week/sessions/:sessionId',
    title: title('week.sitting'),
    data: { product, isFocused: true },
    loadComponent: () => import('./word-sitting').then((m) => m.WordSittingPage),
  },
  {
    // Of this device alone: no other can go on with it.
    path: 'offline/sessions/:sessionId',
    title: title('week.sitting'),
    data: { isOnDevice: true, isFocused: true },
    loadComponent: () => import('./word-sitting').then((m) => m.WordSittingPage),
  },
  {
    path: 'words/:wordId',
    title: title('dictionary.word'),
    loadComponent: () => import('./own-word').then((m) => m.OwnWordPage),
  },
  {
    path: 'lists',
    title: title('lists.title'),
    loadComponent: () => import('./lists').then((m) => m.Lists),
  },
  {
    path: 'lists/:listId',
    title: title('lists.list'),
    loadComponent: () => import('./list').then((m) => m.ListPage),
  },
  {
    path: 'files',
    title: title('word-file.title'),
    loadComponent: () => import('./word-files').then((m) => m.WordFiles),
  },
  {
    path: 'words/:wordId/merge',
    title: title('merge.title'),
    loadComponent: () => import('./merge-words').then((m) => m.MergeWords),
  },
  {
    path: 'words/:wordId/text',
    title: title('dictionary.edit'),
    loadComponent: () => import('./edit-word').then((m) => m.EditWord),
  },
] satisfies Routes;
