import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';

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
] satisfies Routes;
