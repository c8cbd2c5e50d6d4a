import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';
import { askIfUnsaved } from '../../core/unsaved/unsaved';

const title = (key: MessageKey) => key;
const data = { product: 'progress' };

export default [
  {
    path: '',
    pathMatch: 'full',
    title: title('class.title'),
    data,
    loadComponent: () => import('./class').then((m) => m.Class),
  },
  {
    path: 'students',
    pathMatch: 'full',
    title: title('students.title'),
    data,
    loadComponent: () => import('./students').then((m) => m.Students),
  },
  {
    path: 'students/:studentId',
    title: title('student.title'),
    data,
    loadComponent: () => import('./student').then((m) => m.Student),
  },
  {
    path: 'lists',
    pathMatch: 'full',
    title: title('shared-lists.title'),
    data,
    loadComponent: () => import('./shared-lists').then((m) => m.SharedLists),
  },
  {
    path: 'lists/new',
    title: title('shared-lists.new'),
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./shared-list').then((m) => m.SharedListPage),
  },
  {
    path: 'lists/:listId',
    title: title('lists.list'),
    canDeactivate: [askIfUnsaved],
    loadComponent: () => import('./shared-list').then((m) => m.SharedListPage),
  },
] satisfies Routes;
