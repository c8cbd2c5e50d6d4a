import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withEnabledBlockingInitialNavigation,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';

import { routes } from './app.routes';
import { PageTitle } from './core/i18n/page-title';
import { provideTranslations } from './core/i18n/provide-translations';
import { followAccess } from './core/notices/follow-access';
import { followNotices } from './core/notices/follow-notices';
import { provideOffline } from './core/offline/provide-offline';
import { providePlaces } from './core/places/provide-places';
import { followSession } from './core/session/follow-session';
import { provideReleases } from './core/worker/releases';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideTranslations(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // The first screen is fetched beside its texts, not after them.
      withEnabledBlockingInitialNavigation(),
      // Whoever stays after going back has the same way before them and behind them.
      withRouterConfig({ canceledNavigationResolution: 'computed' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    followSession(),
    providePlaces(),
    followAccess(),
    followNotices(() => import('./core/notices/notice-stream').then((m) => m.NoticeStream)),
    provideOffline(() => import('./features/offline/sync').then((m) => m.Sync)),
    provideReleases(),
  ],
};
