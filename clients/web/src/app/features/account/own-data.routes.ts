import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';

const title = (key: MessageKey) => key;

export default [
  {
    path: '',
    pathMatch: 'full',
    title: title('own-data.title'),
    loadComponent: () => import('./own-data').then((m) => m.OwnData),
  },
  {
    path: 'accesses',
    title: title('accesses.title'),
    loadComponent: () => import('./accesses').then((m) => m.Accesses),
  },
  {
    path: 'agreements',
    title: title('agreements.title'),
    loadComponent: () => import('./agreements').then((m) => m.Agreements),
  },
  { path: 'erasure', title: title('erasure.title'), loadComponent: () => import('./erasure').then((m) => m.Erasure) },
] satisfies Routes;
