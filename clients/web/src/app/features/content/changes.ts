import { Component, computed, inject, input } from '@angular/core';

import { Translator } from '../../core/i18n/translator';
import type { FieldChange } from './content-api';
import { inWords } from './in-words';

/** Fields that differ, each before and after. */
@Component({
  selector: 'tall-changes',
  template: `
    <dl>
      @for (change of changes(); track change.pointer) {
        <div>
          <dt>{{ change.name }}</dt>
          @if (change.before; as text) {
            <dd>
              <del
                ><span class="visually-hidden">{{ t('changes.before') }}: </span>{{ text }}</del
              >
            </dd>
          }
          @if (change.after; as text) {
            <dd>
              <ins
                ><span class="visually-hidden">{{ t('changes.after') }}: </span>{{ text }}</ins
              >
            </dd>
          }
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: 1rem;
    }
    dt {
      font-size: 0.875rem;
      color: var(--tall-ink-soft);
    }
    dd {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    del,
    ins {
      display: block;
      padding: 0.25rem 0.75rem;
      border-inline-start: 3px solid currentColor;
      text-decoration: none;
    }
    del {
      background: var(--tall-wrong-soft);
      color: var(--tall-wrong);
    }
    ins {
      background: var(--tall-right-soft);
      color: var(--tall-right);
    }
  `,
})
export class Changes {
  readonly of = input.required<readonly FieldChange[]>();

  private readonly translator = inject(Translator);
  protected readonly t = this.translator.t;
  protected readonly changes = computed(() =>
    this.of().map(({ pointer, before, after }) => ({
      pointer,
      name: this.nameOf(pointer),
      before: inWords(before),
      after: inWords(after),
    })),
  );

  /** `/word/glosses/en`: meaning · English. */
  private nameOf(pointer: string): string {
    const parts = pointer.split('/').slice(2);
    const named = parts.map((part) => {
      const key = this.translator.known(`content-field.${part}`);
      return key ? this.t(key) : part;
    });
    return named.join(' · ');
  }
}
