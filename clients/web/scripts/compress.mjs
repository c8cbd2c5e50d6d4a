// Beside each file that nginx may send packed, the file packed as tightly as gzip can: once here, not at each request.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const pack = promisify(gzip);
const folder = new URL('../dist/browser/', import.meta.url);
const WORTH_IT = 1_024;

for (const name of await readdir(folder, { recursive: true })) {
  // Not index.html, into which the gateway writes.
  if (!/\.(js|css|svg|webmanifest)$/.test(name)) continue;
  const content = await readFile(new URL(name, folder));
  if (content.length < WORTH_IT) continue;
  await writeFile(new URL(`${name}.gz`, folder), await pack(content, { level: constants.Z_BEST_COMPRESSION }));
}
