import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router } from '@angular/router';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { Names } from '../../core/people/names';
import { Empty } from '../../ui/empty';
import { Failure } from '../../ui/failure';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { SelectField } from '../../ui/select-field';
import { Changes } from './changes';
import { ContentApi, type Item, type Version } from './content-api';

const WORKING = 'working';

/** What was published of an item: any two versions beside each other, and the way back to one. */
@Component({
  selector: 'tall-versions',
  imports: [Changes, Empty, Failure, Loaded, Page, SelectField],
  templateUrl: './versions.html',
})
export class Versions {
  readonly itemId = input.required<string>();

  protected readonly t = inject(Translator).t;
  protected readonly formats = inject(Formats);
  protected readonly names = inject(Names);
  private readonly content = inject(ContentApi);
  private readonly router = inject(Router);

  protected readonly versions = resource({
    params: () => this.itemId(),
    loader: async ({ params }) => {
      const [item, versions] = await Promise.all([this.content.item(params), this.content.versions(params)]);
      await this.names.ask(versions.map((version) => version.publishedBy));
      return { item, versions };
    },
  });
  private readonly known = computed(() => (this.versions.hasValue() ? this.versions.value() : undefined));
  protected readonly list = computed(() => this.known()?.versions ?? []);
  /** What students see and what is worked at are the same already. */
  protected readonly isUntouched = computed(() => this.known()?.item.value.status === 'published');
  protected readonly title = computed(() => this.known()?.item.value.title);
  protected readonly back = computed(() => placeOf(this.known()?.item.value).join('/'));

  protected readonly options = computed(() => [
    { value: WORKING, label: this.t('versions.working') },
    ...this.list().map(({ version }) => ({
      value: String(version),
      label: this.t('versions.number', { version }),
    })),
  ]);
  /** The last published one and what is worked at. */
  protected readonly from = linkedSignal(() => String(this.list()[0]?.version ?? ''));
  protected readonly to = linkedSignal<string>(() => (this.list().length > 0 ? WORKING : ''));
  protected readonly published = computed(() => this.options().slice(1));

  protected readonly differences = resource({
    params: () => (this.from() === '' ? undefined : { itemId: this.itemId(), from: this.from(), to: this.to() }),
    loader: ({ params: { itemId, from, to } }) =>
      this.content.differences(itemId, Number(from), to === WORKING ? undefined : Number(to)),
  });
  protected readonly changes = computed(() => (this.differences.hasValue() ? this.differences.value() : []));

  protected readonly failure = signal<unknown>(undefined);

  /** Makes what was published then the working version; publishing it is another step. */
  protected async bringBack({ content, version }: Version): Promise<void> {
    const item = this.known()?.item;
    if (!item) return;
    this.failure.set(undefined);
    try {
      await this.content.put(this.itemId(), content, item.etag);
      await this.router.navigate(placeOf(item.value), { queryParams: { broughtBack: version } });
    } catch (failure) {
      this.failure.set(failure);
    }
  }
}

/** Where an item is worked at. */
function placeOf(item: Item | undefined): string[] {
  if (!item) return ['/content'];
  const topic = ['/content/topics', item.topicId];
  return item.kind === 'word' ? [...topic, 'words', item.itemId] : [...topic, 'text'];
}
