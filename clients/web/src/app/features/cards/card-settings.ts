import { Component, computed, inject, linkedSignal, resource } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { isProblem } from '@tall/api/http';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { keepUnsaved } from '../../core/unsaved/unsaved';
import { Checks } from '../../ui/checks';
import { Failure } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { SelectField } from '../../ui/select-field';
import { Submission } from '../../ui/submission';
import { TextField } from '../../ui/text-field';
import { CardsApi } from './cards-api';
import { SettingsApi } from './settings-api';
import {
  hasStudyDay,
  isWithin,
  loadsFor,
  MOST_NEW_WORDS,
  RETENTION,
  settingsChange,
  settingsForm,
  type SettingsForm,
} from './settings-form';

/** A Monday, and the six days after it. */
const WEEK = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07'];

/** How much a day brings, how well it is to stay, on which days, and what for. */
@Component({
  selector: 'tall-card-settings',
  imports: [Checks, Failure, Icon, Loaded, Page, SelectField, TextField],
  templateUrl: './card-settings.html',
  styleUrl: './card-settings.css',
})
export class CardSettings {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  private readonly formats = inject(Formats);
  private readonly api = inject(SettingsApi);
  private readonly cards = inject(CardsApi);

  protected readonly settings = resource({ loader: () => this.api.settings() });
  private readonly known = computed(() => (this.settings.hasValue() ? this.settings.value() : undefined));
  protected readonly topics = resource({ loader: () => this.cards.topics() });
  protected readonly zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone;

  protected readonly model = linkedSignal<SettingsForm>(() => settingsForm(this.known()?.value, this.zoneHere));
  protected readonly form = form(this.model, (path) => {
    validate(path.newWords, ({ value }) => this.outOf(value(), 0, MOST_NEW_WORDS));
    validate(path.desiredRetention, ({ value }) => this.outOf(value(), RETENTION.least, RETENTION.most));
    validate(path.week, ({ value }) =>
      hasStudyDay(value()) ? undefined : { kind: 'empty', message: this.t('card-settings.no-day') },
    );
    validate(path.exam.topics, ({ value, valueOf }) =>
      valueOf(path.exam.on) === '' || value().length > 0
        ? undefined
        : { kind: 'empty', message: this.t('card-settings.no-topic') },
    );
  });

  protected readonly days = computed(() =>
    this.model().week.map((load, index) => ({
      index,
      load,
      name: this.formats.weekdayName(WEEK[index] ?? ''),
      options: loadsFor(load).map((value) => ({ value, label: this.loadName(value) })),
    })),
  );
  /** The topics of each level, as they are chosen from. */
  protected readonly levels = computed(() => {
    const all = this.topics.hasValue() ? this.topics.value() : [];
    return [...new Set(all.map(({ level }) => level))].sort().map((level) => ({
      level,
      options: all
        .filter((topic) => topic.level === level)
        .map(({ id, title }) => ({ value: id, label: title[this.translator.language()] })),
    }));
  });

  protected readonly isOutdated = (failure: unknown) => isProblem(failure, 'precondition-failed');
  protected readonly submission = new Submission(this.form, async () => {
    const known = this.known();
    if (!known) return;
    const change = settingsChange(known.value, this.model());
    if (Object.keys(change).length > 0) this.settings.set(await this.api.change(change, known.etag));
    this.form().reset();
  });

  constructor() {
    keepUnsaved(() => this.form().dirty());
  }

  protected chooseLoad(day: number, load: string): void {
    this.form.week().value.update((week) => week.with(day, load));
    this.form.week().markAsDirty();
  }

  protected chooseTopics(topics: readonly string[]): void {
    this.form.exam.topics().value.set(topics);
    this.form.exam.topics().markAsDirty();
  }

  protected useZoneHere(): void {
    this.form.zone().value.set(this.zoneHere);
    this.form.zone().markAsDirty();
  }

  protected readAgain(): void {
    this.form().reset();
    this.settings.reload();
  }

  private outOf(typed: string, least: number, most: number) {
    if (isWithin(typed, least, most)) return undefined;
    return { kind: 'range', message: this.t('card-settings.range', { least, most }) };
  }

  private loadName(load: string): string {
    switch (load) {
      case '100':
        return this.t('card-settings.usual');
      case '50':
        return this.t('card-settings.half');
      case '0':
        return this.t('card-settings.off');
      default:
        return this.formats.share(Number(load) / 100);
    }
  }
}
