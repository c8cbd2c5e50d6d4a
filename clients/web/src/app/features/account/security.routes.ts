import type { Routes } from '@angular/router';

import type { MessageKey } from '../../core/i18n/message-key';

const title = (key: MessageKey) => key;

export default [
  {
    path: '',
    pathMatch: 'full',
    title: title('security.title'),
    loadComponent: () => import('./security').then((m) => m.Security),
  },
  {
    path: 'password',
    title: title('password.change'),
    loadComponent: () => import('./change-password').then((m) => m.ChangePassword),
  },
  {
    path: 'email',
    title: title('email.change'),
    loadComponent: () => import('./change-email').then((m) => m.ChangeEmail),
  },
  {
    path: 'authenticator',
    title: title('authenticator.title'),
    loadComponent: () => import('./authenticator').then((m) => m.Authenticator),
  },
  {
    path: 'passkeys',
    title: title('passkeys.title'),
    loadComponent: () => import('./passkeys').then((m) => m.Passkeys),
  },
  {
    path: 'recovery-codes',
    title: title('recovery.title'),
    loadComponent: () => import('./recovery-codes').then((m) => m.RecoveryCodes),
  },
  {
    path: 'schools',
    title: title('schools.title'),
    loadComponent: () => import('./identities').then((m) => m.Identities),
  },
  {
    path: 'sessions',
    title: title('sessions.title'),
    loadComponent: () => import('./sessions').then((m) => m.Sessions),
  },
] satisfies Routes;
