import 'fake-indexeddb/auto';

import { TestBed } from '@angular/core/testing';
import { answerOf, newId } from '@tall/api/http';
import { createStore } from 'zustand/vanilla';

import { purposeOf } from './app/core/http/service-purposes';
import { OPEN_API, SEND } from './app/core/http/open-api';
import { beginningOf } from './app/core/places/places';
import { glossOf } from './app/features/dictionary/gloss';
import { withField } from './app/features/dictionary/file-mapping';
import { openDevice, type Package } from './app/features/offline/device-database';
import { Server } from './testing/script';

const PRODUCTS = 'GET /api/v2/lobby/products';
const HOSTILE = `{
  "product": "thematic-cards",
  "__proto__": { "isAdmin": true },
  "constructor": { "prototype": { "isAdmin": true } },
  "prototype": { "isAdmin": true }
}`;
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString'];

describe('what is named like what all objects share', () => {
  it('stays a name, from the answer of a server through a store to the device and back', async () => {
    const headers = { 'content-type': 'application/json' };
    const server = new Server().willSay(PRODUCTS, new Response(HOSTILE, { headers }));
    TestBed.configureTestingModule({ providers: [{ provide: SEND, useValue: server.send }] });
    const said: unknown = await answerOf(TestBed.inject(OPEN_API).GET('/api/v2/lobby/products'));

    const store = createStore<object>()(() => ({}));
    store.setState(said as object);
    const device = await openDevice(newId(), () => undefined);
    await device.put('packages', store.getState() as Package);
    const kept = await device.get('packages', 'thematic-cards');

    for (const one of [said, store.getState(), kept]) {
      expect(Object.keys(one as object)).toEqual(['product', '__proto__', 'constructor', 'prototype']);
      expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
      expect(one).not.toHaveProperty('isAdmin');
    }
    expect({}).not.toHaveProperty('isAdmin');
  });

  it('is no place, no service, no language and no kind of note', () => {
    const mapping = { droppedTags: [], lists: {}, noteTypes: {} };
    for (const name of NAMES) {
      expect(beginningOf(name)).toBeUndefined();
      expect(purposeOf(name)).toBeUndefined();
      expect(glossOf({ en: 'bread' }, name)).toEqual({ language: 'en', text: 'bread' });
      const columns = Object.values(withField(mapping, name, 'dutch', 'Front').noteTypes);
      expect(columns).toEqual([expect.objectContaining({ dutch: 'Front', gloss: null })]);
    }
  });

  it('is added to by nobody', () => {
    expect(Reflect.set(Object.prototype, 'isAdmin', true)).toBe(false);
    expect({}).not.toHaveProperty('isAdmin');
  });
});
