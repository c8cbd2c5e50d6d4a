import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';
import { withTexts } from '../../core/i18n/with-texts';
import { askIfUnsaved } from '../../core/unsaved/unsaved';

const title = (key: MessageKey) => key;
const product = 'thematic-cards';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: title('topics.title'),
    data: { product },
    loadComponent: withTexts('cards', () => import('./topics').then((m) => m.Topics)),
  },
  {
    path: 'statistics',
    title: title('statistics.title'),
    data: { product },
    loadComponent: withTexts('cards', () => import('./statistics').then((m) => m.Statistics)),
  },
  {
    path: 'settings',
    title: title('card-settings.title'),
    canDeactivate: [askIfUnsaved],
    loadComponent: withTexts('cards', () => import('./card-settings').then((m) => m.CardSettings)),
  },
  {
    path: 'set-aside',
    title: title('aside.title'),
    loadComponent: withTexts('cards', () => import('./set-aside').then((m) => m.SetAside)),
  },
  {
    path: 'offline',
    title: title('offline.title'),
    loadComponent: withTexts('cards', () => import('../offline/offline').then((m) => m.Offline)),
  },
  {
    // Of this device alone: no other can go on with it.
    path: 'offline/sessions/:sessionId',
    title: title('sitting.title'),
    data: { topicId: 'offline', isFocused: true },
    loadComponent: withTexts('cards', () => import('./sitting-page').then((m) => m.SittingPage)),
  },
  {
    path: ':topicId',
    title: title('topic.title'),
    data: { product },
    loadComponent: withTexts('cards', () => import('./topic').then((m) => m.Topic)),
  },
  {
    path: ':topicId/sessions/:sessionId',
    title: title('sitting.title'),
    data: { product, isFocused: true },
    loadComponent: withTexts('cards', () => import('./sitting-page').then((m) => m.SittingPage)),
  },
] satisfies Routes;
