import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { everything } from '../../ui/pages';
import { SelectField } from '../../ui/select-field';
import { PeopleApi } from './people-api';

/** As many as the server gives at once. */
const AT_ONCE = 200;
const NOBODY = '';

/** Who teaches a student, or whom a teacher teaches; with whom else they can be linked. */
@Component({
  selector: 'tall-links-panel',
  imports: [Failure, Loaded, RouterLink, SelectField],
  templateUrl: './links-panel.html',
})
export class LinksPanel {
  readonly userId = input.required<string>();
  readonly role = input.required<'teacher' | 'student'>();
  readonly canChange = input.required<boolean>();
  /** The account has another revision with it. */
  readonly changed = output();

  protected readonly t = inject(Translator).t;
  protected readonly names = inject(Names);
  private readonly people = inject(PeopleApi);

  protected readonly title = computed(() => this.t(this.role() === 'teacher' ? 'links.students' : 'links.teachers'));
  private readonly otherRole = computed(() =>
    this.role() === 'teacher' ? ('student' as const) : ('teacher' as const),
  );

  protected readonly links = resource({
    params: () => ({ userId: this.userId(), role: this.role() }),
    loader: async ({ params: { userId, role } }) => {
      const ids = await everything((cursor) => {
        const query = { limit: AT_ONCE, cursor };
        return role === 'teacher' ? this.people.studentsOf(userId, query) : this.people.teachersOf(userId, query);
      });
      await this.names.ask(ids);
      return ids;
    },
  });
  protected readonly linked = computed(() => this.byName(this.links.hasValue() ? this.links.value() : []));

  /** Who could be linked besides. */
  protected readonly others = resource({
    params: () => (this.canChange() ? { role: this.otherRole() } : undefined),
    loader: async ({ params: { role } }) => {
      const users = await everything((cursor) => this.people.users({ role, status: 'active', limit: AT_ONCE, cursor }));
      const ids = users.map((user) => user.id);
      await this.names.ask(ids);
      return ids;
    },
  });
  protected readonly free = computed(() => {
    const linked = this.linked();
    return this.byName(this.others.hasValue() ? this.others.value() : []).filter((id) => !linked.includes(id));
  });
  protected readonly options = computed(() => [
    { value: NOBODY, label: this.t('links.choose') },
    ...this.free().map((value) => ({ value, label: this.names.of(value) })),
  ]);

  private readonly wanted = signal(NOBODY);
  /** Nobody is linked who was not chosen. */
  protected readonly chosen = computed(() => (this.free().includes(this.wanted()) ? this.wanted() : NOBODY));
  protected readonly failure = signal<unknown>(undefined);

  protected choose(userId: string): void {
    this.wanted.set(userId);
  }

  protected link(other: string): Promise<void> {
    return this.after(
      this.role() === 'teacher' ? this.people.link(this.userId(), other) : this.people.link(other, this.userId()),
    );
  }

  protected unlink(other: string): Promise<void> {
    return this.after(
      this.role() === 'teacher' ? this.people.unlink(this.userId(), other) : this.people.unlink(other, this.userId()),
    );
  }

  private async after(change: Promise<void>): Promise<void> {
    this.failure.set(undefined);
    await change.then(
      () => {
        this.links.reload();
        this.changed.emit();
      },
      (failure: unknown) => this.failure.set(failure),
    );
  }

  private byName(ids: readonly string[]): string[] {
    return ids.toSorted((one, other) => this.names.of(one).localeCompare(this.names.of(other)));
  }
}
