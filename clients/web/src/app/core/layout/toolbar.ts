import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

import { Icon } from '../../ui/icon';
import { Translator } from '../i18n/translator';
import { type Language, LANGUAGES, Preferences } from '../preferences/preferences';
import { Session } from '../session/session';

const NAMES: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English', ru: 'Русский' };

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
  protected readonly languages = LANGUAGES.map((code) => ({ code, name: NAMES[code] }));
}
