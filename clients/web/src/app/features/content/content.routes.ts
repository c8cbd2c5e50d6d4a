import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';
import { askIfUnsaved } from '../../core/unsaved/unsaved';

const title = (key: MessageKey) => key;
const data = { product: 'content' };

export default [
  {
    path: '',
    pathMatch: 'full',
    title: title('content.title'),
    data,
    loadComponent: () => import('./items').then((m) => m.Items),
  },
  {
    path: 'new',
    title: title('content.new-topic'),
    data,
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./topic-editor').then((m) => m.TopicEditor),
  },
  {
    path: 'import',
    title: title('import.title'),
    data,
    loadComponent: () => import('./import').then((m) => m.Import),
  },
  {
    path: 'topics/:topicId',
    pathMatch: 'full',
    title: title('content.topic'),
    data,
    loadComponent: () => import('./topic').then((m) => m.Topic),
  },
  {
    path: 'topics/:topicId/text',
    title: title('content.topic'),
    data,
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./topic-editor').then((m) => m.TopicEditor),
  },
  {
    path: 'topics/:topicId/words/new',
    title: title('content.new-word'),
    data,
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./word-editor').then((m) => m.WordEditor),
  },
  {
    path: 'topics/:topicId/words/:wordId',
    title: title('content.word'),
    data,
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./word-editor').then((m) => m.WordEditor),
  },
  {
    path: 'items/:itemId/versions',
    title: title('versions.title'),
    data,
    loadComponent: () => import('./versions').then((m) => m.Versions),
  },
] satisfies Routes;
