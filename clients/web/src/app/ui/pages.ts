import { signal } from '@angular/core';

interface PageOf<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string | null | undefined;
}

/** A list that comes page by page, the first at once. */
export class Pages<T> {
  private readonly here = signal<readonly T[]>([]);
  private readonly cursor = signal<string | null | undefined>(undefined);
  private readonly loading = signal(false);
  private readonly failed = signal<unknown>(undefined);
  private readonly begun = signal(false);

  readonly items = this.here.asReadonly();
  readonly isLoading = this.loading.asReadonly();
  readonly failure = this.failed.asReadonly();
  /** After the first page came. */
  readonly isHere = this.begun.asReadonly();

  /** When the first page came, or why it did not is known. */
  readonly ready: Promise<void>;

  constructor(private readonly page: (cursor: string | undefined) => Promise<PageOf<T>>) {
    this.ready = this.more();
  }

  hasMore(): boolean {
    return this.begun() && typeof this.cursor() === 'string';
  }

  async more(): Promise<void> {
    if (this.loading()) return;
    this.loading.set(true);
    this.failed.set(undefined);
    try {
      const page = await this.page(this.cursor() ?? undefined);
      this.here.update((items) => [...items, ...page.items]);
      this.cursor.set(page.nextCursor);
      this.begun.set(true);
    } catch (failure) {
      this.failed.set(failure);
    } finally {
      this.loading.set(false);
    }
  }
}

/** Every item of a list, page after page. */
export async function everything<T>(page: (cursor: string | undefined) => Promise<PageOf<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    items.push(...next.items);
    cursor = next.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
