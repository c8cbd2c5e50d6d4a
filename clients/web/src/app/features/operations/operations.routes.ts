import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';
import { askIfUnsaved } from '../../core/unsaved/unsaved';

const title = (key: MessageKey) => key;
const data = { product: 'people' };

export default [
  {
    path: 'clients',
    title: title('clients.title'),
    data,
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./clients').then((m) => m.Clients),
  },
  {
    path: 'actions',
    title: title('actions.title'),
    data,
    loadComponent: () => import('./actions').then((m) => m.Actions),
  },
  {
    path: 'security',
    title: title('security-events.title'),
    data,
    loadComponent: () => import('./security-events').then((m) => m.SecurityEvents),
  },
  {
    path: 'fleet',
    title: title('fleet.title'),
    data,
    loadComponent: () => import('./fleet').then((m) => m.Fleet),
  },
  {
    path: 'keys',
    title: title('keys.title'),
    data,
    loadComponent: () => import('./keys').then((m) => m.Keys),
  },
] satisfies Routes;
