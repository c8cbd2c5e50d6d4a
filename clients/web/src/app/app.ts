import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map, skip } from 'rxjs';

import { ClientUpdates } from './core/http/client-updates';
import { Translator } from './core/i18n/translator';
import { deepestData } from './core/layout/deepest-data';
import { keepFocus } from './core/layout/keep-focus';
import { NoticeStrips } from './core/layout/notice-strips';
import { OfflineStrip } from './core/layout/offline-strip';
import { Toolbar } from './core/layout/toolbar';
import { UpdateOffered } from './core/layout/update-offered';
import { UpdateRequired } from './core/layout/update-required';
import { Connection } from './core/offline/connection';
import { Session } from './core/session/session';
import { Releases } from './core/worker/releases';

/** The frame: toolbar, the screen, and what the server says about this version of the client. */
@Component({
  selector: 'tall-root',
  imports: [NoticeStrips, OfflineStrip, RouterOutlet, Toolbar, UpdateOffered, UpdateRequired],
  templateUrl: './app.html',
  styleUrl: './app.css',
})
export class App {
  private readonly router = inject(Router);
  protected readonly t = inject(Translator).t;
  protected readonly updates = inject(ClientUpdates);
  private readonly releases = inject(Releases);
  private readonly main = viewChild<ElementRef<HTMLElement>>('main');

  private readonly arrivals = this.router.events.pipe(filter((event) => event instanceof NavigationEnd));
  private readonly data = toSignal(this.arrivals.pipe(map(() => deepestData(this.router.routerState.snapshot.root))));
  /** A screen that wants all attention has no toolbar. */
  protected readonly isFocused = computed(() => this.data()?.['isFocused'] === true);

  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  protected readonly isCutOff = computed(() => !this.connection.isOnline() && this.session.role() === 'student');
  /** Never beside a screen that wants all attention. */
  protected readonly isUpdateOffered = computed(
    () => this.updates.offered() !== undefined || this.releases.isWaiting(),
  );

  constructor() {
    keepFocus();
    // Whoever listens to the screen hears the new one; not at the first, which nobody has asked for.
    this.arrivals.pipe(skip(1), takeUntilDestroyed()).subscribe(() => this.focusMain());
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    this.focusMain();
  }

  private focusMain(): void {
    const main = this.main()?.nativeElement;
    if (main && !main.contains(main.ownerDocument.activeElement)) main.focus({ preventScroll: true });
  }
}
