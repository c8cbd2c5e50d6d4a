import type { Route, Routes } from '@angular/router';

import type { MessageKey } from './core/i18n/message-key';
import { withTexts } from './core/i18n/with-texts';
import { asRole, loggedIn, loggedOut } from './core/session/guards';
import { askIfUnsaved } from './core/unsaved/unsaved';
import cards from './features/cards/cards.routes';
import dictionary from './features/dictionary/dictionary.routes';

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
  page('terms', 'terms.title', () => import('./features/register/terms-page').then((m) => m.TermsPage)),
  page(
    'settings',
    'settings.title',
    withTexts('account', () => import('./features/account/settings').then((m) => m.Settings)),
  ),
  page(
    'credits',
    'credits.title',
    withTexts('account', () => import('./features/account/credits').then((m) => m.Credits)),
  ),
  page(
    'erasures/:erasureId',
    'erasures.title',
    withTexts('account', () => import('./features/account/erasure-standing').then((m) => m.ErasureStanding)),
    { data: { outlivesSession: true } },
  ),
];

const forEverybody: Routes = [
  page('', 'lobby.title', () => import('./features/lobby/lobby').then((m) => m.Lobby)),
  page('not-allowed', 'not-allowed.title', () => import('./features/lobby/not-allowed').then((m) => m.NotAllowed)),
  page(
    'account',
    'account.title',
    withTexts('account', () => import('./features/account/account').then((m) => m.Account)),
  ),
  page(
    'account/profile',
    'profile.title',
    withTexts('account', () => import('./features/account/profile').then((m) => m.Profile)),
    { canDeactivate: [askIfUnsaved] },
  ),
  { path: 'security', loadChildren: withTexts('account', () => import('./features/account/security.routes')) },
  { path: 'exports', loadChildren: withTexts('account', () => import('./features/account/own-data.routes')) },
];

/** Where students go is known from the beginning: the way to a card is the shorter. */
const byRole: Routes = [
  { path: 'cards', canActivate: [asRole('student')], children: cards },
  {
    path: 'dictionary',
    canActivate: [asRole('student')],
    children: dictionary,
  },
  {
    path: 'progress',
    canActivate: [asRole('teacher')],
    loadChildren: withTexts('teaching', () => import('./features/teaching/teaching.routes')),
  },
  {
    path: 'content',
    canActivate: [asRole('educational-admin')],
    loadChildren: withTexts('content', () => import('./features/content/content.routes')),
  },
  {
    path: 'people',
    canActivate: [asRole('educational-admin', 'technical-admin')],
    loadChildren: withTexts('people', () => import('./features/people/people.routes')),
  },
  {
    path: 'operations',
    canActivate: [asRole('technical-admin')],
    loadChildren: withTexts('operations', () => import('./features/operations/operations.routes')),
  },
];

export const routes: Routes = [
  ...forAnybody,
  ...forStrangers,
  { path: '', canActivateChild: [loggedIn], children: [...forEverybody, ...byRole] },
  page('**', 'lost.title', () => import('./features/lobby/lost').then((m) => m.Lost)),
];
