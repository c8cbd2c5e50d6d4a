import { everything, Pages } from './pages';

describe('a list by pages', () => {
  const PAGES = new Map([
    [undefined, { items: [1, 2], nextCursor: 'a' }],
    ['a', { items: [3] }],
  ]);
  const page = (cursor: string | undefined) => Promise.resolve(PAGES.get(cursor as never)!);

  it('comes page by page', async () => {
    const pages = new Pages(page);
    await vi.waitFor(() => expect(pages.isHere()).toBe(true));
    expect(pages.items()).toEqual([1, 2]);
    expect(pages.hasMore()).toBe(true);
    await pages.more();
    expect(pages.items()).toEqual([1, 2, 3]);
    expect(pages.hasMore()).toBe(false);
  });

  it('keeps what is here when a page fails, and tries that page again', async () => {
    let fails = true;
    const pages = new Pages((cursor) => (cursor && fails ? Promise.reject(new Error('away')) : page(cursor)));
    await vi.waitFor(() => expect(pages.isHere()).toBe(true));
    await pages.more();
    expect(pages.failure()).toBeInstanceOf(Error);
    expect(pages.items()).toEqual([1, 2]);
    fails = false;
    await pages.more();
    expect(pages.items()).toEqual([1, 2, 3]);
  });

  it('comes whole where that is wanted', async () => {
    expect(await everything(page)).toEqual([1, 2, 3]);
  });
});
