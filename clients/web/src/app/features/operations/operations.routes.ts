import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';

const title = (key: MessageKey) => key;
const data = { product: 'people' };

export default [
  {
    path: 'clients',
    title: title('clients.title'),
    data,
    loadComponent: () => import('./clients').then((m) => m.Clients),
  },
  {
    path: 'actions',
    title: title('actions.title'),
    data,
    loadComponent: () => import('./actions').then((m) => m.Actions),
  },
] satisfies Routes;
