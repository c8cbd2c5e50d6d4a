import type { Route, Routes } from '@angular/router';

import type { MessageKey } from './core/i18n/message-key';
import { asRole, loggedIn, loggedOut } from './core/session/guards';

/** A screen: where it is, what it is called, what is fetched when somebody goes there. */
function page(path: string, title: MessageKey, load: Route['loadComponent'], more: Route = {}): Route {
  return { path, title, loadComponent: load, pathMatch: path === '' ? 'full' : 'prefix', ...more };
}

const STRANGERS: Route = { canActivate: [loggedOut] };

const forStrangers: Routes = [
  page('log-in', 'log-in.title', () => import('./features/log-in/log-in').then((m) => m.LogIn), STRANGERS),
  page('register', 'register.title', () => import('./features/register/register').then((m) => m.Register), STRANGERS),
];

const forAnybody: Routes = [
  page('log-in/school', 'school.title', () => import('./features/log-in/school-return').then((m) => m.SchoolReturn)),
  page('verify-email', 'verify.title', () => import('./features/register/verify-email').then((m) => m.VerifyEmail)),
  page('reset-password', 'reset.title', () => import('./features/log-in/reset-password').then((m) => m.ResetPassword)),
  page('invitation', 'invitation.title', () => import('./features/register/invitation').then((m) => m.Invitation)),
  page('settings', 'settings.title', () => import('./features/account/settings').then((m) => m.Settings)),
];

const forEverybody: Routes = [
  page('', 'lobby.title', () => import('./features/lobby/lobby').then((m) => m.Lobby)),
  page('account', 'account.title', () => import('./features/account/account').then((m) => m.Account)),
  page('account/profile', 'profile.title', () => import('./features/account/profile').then((m) => m.Profile)),
  { path: 'security', loadChildren: () => import('./features/account/security.routes') },
  { path: 'exports', loadChildren: () => import('./features/account/own-data.routes') },
];

const byRole: Routes = [
  { path: 'cards', canActivate: [asRole('student')], loadChildren: () => import('./features/cards/cards.routes') },
  {
    path: 'dictionary',
    canActivate: [asRole('student')],
    loadChildren: () => import('./features/dictionary/dictionary.routes'),
  },
  {
    path: 'progress',
    canActivate: [asRole('teacher')],
    loadChildren: () => import('./features/teaching/teaching.routes'),
  },
  {
    path: 'content',
    canActivate: [asRole('educational-admin')],
    loadChildren: () => import('./features/content/content.routes'),
  },
  {
    path: 'people',
    canActivate: [asRole('educational-admin', 'technical-admin')],
    loadChildren: () => import('./features/people/people.routes'),
  },
  {
    path: 'operations',
    canActivate: [asRole('technical-admin')],
    loadChildren: () => import('./features/operations/operations.routes'),
  },
];

export const routes: Routes = [
  ...forAnybody,
  ...forStrangers,
  { path: '', canActivateChild: [loggedIn], children: [...forEverybody, ...byRole] },
  page('**', 'lost.title', () => import('./features/lobby/lost').then((m) => m.Lost)),
];
