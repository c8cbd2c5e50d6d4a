import 'fake-indexeddb/auto';

import { newId } from '@tall/api/http';
import { openDB } from 'idb';

import { databaseOf } from '../../core/offline/device-databases';
import { openDevice } from './device-database';

describe('the layout of what a device keeps', () => {
  it('keeps what waits to be sent when it changes', async () => {
    const userId = newId();
    const before = await openDB(databaseOf(userId), 1, {
      upgrade(database) {
        database.createObjectStore('cards', { keyPath: 'id' });
        database.createObjectStore('facts', { keyPath: 'order', autoIncrement: true }).createIndex('state', 'state');
        database.createObjectStore('sittings', { keyPath: 'id' });
        database.createObjectStore('about');
      },
    });
    await before.add('facts', { fact: { id: 'r' }, headword: 'het brood', state: 'waiting' });
    await before.put('about', { packedAt: 'then', days: 3 }, 'package');
    before.close();

    const database = await openDevice(userId, () => undefined);
    const waiting = await database.getAllFromIndex('facts', 'queue', ['thematic-cards', 'waiting']);
    expect(waiting).toMatchObject([{ product: 'thematic-cards', fact: { id: 'r' }, headword: 'het brood' }]);
    // What was taken along is fetched anew.
    expect(await database.count('packages')).toBe(0);
    database.close();
  });
});
