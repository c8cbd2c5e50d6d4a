import { Component, computed, input } from '@angular/core';

type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** The little Markdown of our documents: headings, paragraphs, lists. Its text stays text. */
@Component({
  selector: 'tall-prose',
  template: `
    @for (block of blocks(); track $index) {
      @switch (block.kind) {
        @case ('heading') {
          <h2>{{ block.text }}</h2>
        }
        @case ('list') {
          <ul>
            @for (item of block.items; track $index) {
              <li>{{ item }}</li>
            }
          </ul>
        }
        @default {
          <p>{{ block.text }}</p>
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }
    ul {
      display: grid;
      gap: 0.375rem;
      padding-inline-start: 1.25rem;
      list-style: disc;
    }
  `,
})
export class Prose {
  readonly markdown = input.required<string>();
  protected readonly blocks = computed(() => blocksOf(this.markdown()));
}

export function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(blockOf);
}

function blockOf(part: string): Block {
  if (/^#+ /.test(part)) return { kind: 'heading', text: plain(part.replace(/^#+ /, '')) };
  if (!/^[-*] /.test(part)) return { kind: 'paragraph', text: plain(part) };
  return { kind: 'list', items: part.split(/\n(?=[-*] )/).map((item) => plain(item.replace(/^[-*] /, ''))) };
}

/** Without the marks of emphasis, on one line. */
function plain(text: string): string {
  return text.replace(/(\*\*|\*|`)/g, '').replace(/\s+/g, ' ');
}
