import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';
import { askIfUnsaved } from '../../core/unsaved/unsaved';

const title = (key: MessageKey) => key;
const data = { product: 'people' };

export default [
  {
    path: '',
    pathMatch: 'full',
    title: title('people.title'),
    data,
    loadComponent: () => import('./people').then((m) => m.People),
  },
  {
    path: 'invitations',
    title: title('invite.title'),
    data,
    loadComponent: () => import('./invitations').then((m) => m.Invitations),
  },
  {
    path: ':userId',
    title: title('person-page.title'),
    data,
    loadComponent: () => import('./person').then((m) => m.Person),
    canDeactivate: [askIfUnsaved],
  },
] satisfies Routes;
