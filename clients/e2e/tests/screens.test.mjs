// What is there to be looked at: every address of the client has a screen, and every screen its sheet.
import '@angular/compiler';
import { Injector, runInInjectionContext } from '@angular/core';
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { routes } from '../../web/src/app/app.routes.ts';
import { Translator } from '../../web/src/app/core/i18n/translator.ts';
import { SCREENS } from '../screens/all.ts';

/** The texts of an area come with its routes; here nobody reads them. */
const readsNothing = new Proxy({}, { get: () => () => Promise.resolve() });
const injector = Injector.create({ providers: [{ provide: Translator, useValue: readsNothing }] });

/** Where components are, in the order in which the router tries them: `/content/topics/:topicId/text`. */
async function addressesOf(routes, before = '') {
  const found = [];
  for (const route of routes) {
    const address = route.path ? `${before}/${route.path}` : before;
    const inner = route.children ?? (await runInInjectionContext(injector, () => route.loadChildren?.()))?.default;
    if (inner) found.push(...(await addressesOf(inner, address)));
    else found.push(address || '/');
  }
  return found;
}

function leadsTo(address, path) {
  if (address === '/**') return true;
  const parts = address.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part));
  return new RegExp(`^${parts.join('/')}$`).test(path);
}

test('every address of the client has a screen', async () => {
  const addresses = await addressesOf(routes);
  const shown = SCREENS.map(({ path, endsAt }) => endsAt ?? path.split(/[?#]/)[0]);
  const opened = new Set(shown.map((path) => addresses.find((one) => leadsTo(one, path))));
  expect(addresses.length).toBeGreaterThan(40);
  expect(addresses.filter((address) => !opened.has(address))).toEqual([]);
});

test('every screen has its sheet, and no sheet is left of one that is gone', async () => {
  const sheets = await readdir(new URL('../references/', import.meta.url));
  expect(sheets.toSorted()).toEqual(SCREENS.map(({ name }) => `${name}.webp`).toSorted());
});
