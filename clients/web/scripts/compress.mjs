// Beside each file that nginx may send packed, the file packed as tightly as can be: once here, not at each request.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);
const folder = new URL('../dist/browser/', import.meta.url);
const WORTH_IT = 1_024;

for (const name of await readdir(folder, { recursive: true })) {
  // Not index.html, into which the gateway writes.
  if (!/\.(js|css|svg|webmanifest)$/.test(name)) continue;
  const content = await readFile(new URL(name, folder));
  // Each of them, for the gateway sends a browser that takes brotli there without a look.
  if (/-[\w-]{8}\.(js|css)$/.test(name)) {
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await writeFile(new URL(`${name}.br`, folder), await brotli(content, { params }));
  }
  if (content.length < WORTH_IT) continue;
  await writeFile(new URL(`${name}.gz`, folder), await zip(content, { level: constants.Z_BEST_COMPRESSION }));
}
