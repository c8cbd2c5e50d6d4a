import { Component, computed, inject } from '@angular/core';

import { Icon } from '../../ui/icon';
import { Translator } from '../i18n/translator';
import { Notices } from '../notices/notices';

const MOST_NAMED = 5;

/** What somebody should know: what they may open has changed; words that they learn were corrected. Each until it is put away. */
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
      max-width: 60ch;
    }
  `,
})
export class NoticeStrips {
  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly notices = inject(Notices);

  protected readonly strips = computed(() => {
    const [access, corrected] = [this.accessText(), this.correctedText()];
    return [
      ...(access ? [{ about: 'access' as const, text: access }] : []),
      ...(corrected ? [{ about: 'corrected' as const, text: corrected }] : []),
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

  private correctedText(): string | undefined {
    const words = this.notices.corrected();
    if (words.length === 0) return undefined;
    const named = words.slice(0, MOST_NAMED).join(', ');
    const rest = words.length - MOST_NAMED;
    const text = this.t('notice.corrected', { words: named });
    return rest > 0 ? `${text} ${this.t('notice.corrected-more', { count: rest })}` : text;
  }
}
