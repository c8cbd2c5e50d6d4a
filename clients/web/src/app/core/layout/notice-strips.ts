import { Component, computed, inject } from '@angular/core';

import { Icon } from '../../ui/icon';
import { Translator } from '../i18n/translator';
import { Notices, type Published } from '../notices/notices';

const MOST_NAMED = 5;
const MOST_PUBLISHED = 3;

/** What somebody should know: what they may open, words that they learn, what the school published. Each until it is put away. */
@Component({
  selector: 'tall-notice-strips',
  imports: [Icon],
  template: `
    @for (strip of strips(); track strip.about) {
      <div class="strip" role="status">
        <p>{{ strip.text }}</p>
        <button type="button" (click)="notices.putAway(strip.about)">
          <tall-icon name="close" /> {{ t('notice.put-away') }}
          <span class="visually-hidden">: {{ strip.text }}</span>
        </button>
      </div>
    }
  `,
  styles: `
    div + div {
      border-block-start: 1px solid var(--tall-line);
    }
    p {
      flex: 1 1 18rem;
      max-width: 60ch;
    }
  `,
})
export class NoticeStrips {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly notices = inject(Notices);

  protected readonly strips = computed(() => {
    const [access, corrected, published] = [this.accessText(), this.correctedText(), this.publishedText()];
    return [
      ...(access ? [{ about: 'access' as const, text: access }] : []),
      ...(corrected ? [{ about: 'corrected' as const, text: corrected }] : []),
      ...(published ? [{ about: 'published' as const, text: published }] : []),
    ];
  });

  private accessText(): string | undefined {
    const access = this.notices.access();
    if (!access) return undefined;
    const language = this.translator.language();
    const named = (products: typeof access.come) => products.map(({ title }) => title[language]).join(', ');
    const come = access.come.length > 0 ? [this.t('notice.access-come', { products: named(access.come) })] : [];
    const gone = access.gone.length > 0 ? [this.t('notice.access-gone', { products: named(access.gone) })] : [];
    return [this.t('notice.access'), ...come, ...gone].join(' ');
  }

  private publishedText(): string | undefined {
    const all = this.notices.published();
    if (all.length === 0) return undefined;
    const latest = all.slice(-MOST_PUBLISHED).map((one) => this.publicationText(one));
    const rest = all.length - latest.length;
    return [...latest, ...(rest > 0 ? [this.t('notice.published-more', { count: rest })] : [])].join(' ');
  }

  private publicationText({ topic, word, text, affectsProgress }: Published): string {
    const language = this.translator.language();
    const title = topic?.[language] ?? word ?? '';
    const said = text ? this.t('notice.published-says', { title, text: text[language] }) : undefined;
    const effect = affectsProgress ? this.t('notice.published-affects') : undefined;
    return [said ?? this.t('notice.published', { title }), ...(effect ? [effect] : [])].join(' ');
  }

  private correctedText(): string | undefined {
    const words = this.notices.corrected();
    if (words.length === 0) return undefined;
    const named = words.slice(0, MOST_NAMED).join(', ');
    const rest = words.length - MOST_NAMED;
    const text = this.t('notice.corrected', { words: named });
    return rest > 0 ? `${text} ${this.t('notice.corrected-more', { count: rest })}` : text;
  }
}
