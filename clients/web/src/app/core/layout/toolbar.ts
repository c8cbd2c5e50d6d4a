import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

import { Icon } from '../../ui/icon';
import { Translator } from '../i18n/translator';
import { LANGUAGE_NAMES, LANGUAGES, Preferences } from '../preferences/preferences';
import { Waiting } from '../offline/waiting';
import { Session } from '../session/session';

const MOST_SHOWN = 99;

@Component({
  selector: 'tall-toolbar',
  imports: [Icon, RouterLink, RouterLinkActive],
  templateUrl: './toolbar.html',
  styleUrl: './toolbar.css',
})
export class Toolbar {
  protected readonly t = inject(Translator).t;
  protected readonly session = inject(Session);
  protected readonly preferences = inject(Preferences);
  private readonly counts = inject(Waiting).counts;
  protected readonly unsent = computed(() => this.counts().waiting + this.counts().rejected);
  /** Few enough signs for a narrow screen. */
  protected readonly shown = computed(() => (this.unsent() > MOST_SHOWN ? `${MOST_SHOWN}+` : `${this.unsent()}`));
  protected readonly languages = LANGUAGES.map((code) => ({ code, name: LANGUAGE_NAMES[code] }));
}
