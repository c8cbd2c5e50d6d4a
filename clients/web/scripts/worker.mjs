// The service worker of what was built: src/worker/worker.ts without its types, and the list of files that belong together.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

const folder = new URL('../dist/browser/', import.meta.url);
const source = await readFile(new URL('../src/worker/worker.ts', import.meta.url), 'utf8');
const code = stripTypeScriptTypes(source, { mode: 'strip' }).replaceAll(/^export /gm, '');

const names = await readdir(folder, { recursive: true });
const files = names.filter((name) => /\.(js|css|svg|png|webmanifest)$/.test(name) && name !== 'worker.js').sort();
const page = await readFile(new URL('index.html', folder), 'utf8');
const entry = /src="(main-[\w-]+\.js)"/.exec(page)?.[1];
if (!entry) throw new Error('index.html names no main-….js');

const digest = createHash('sha256').update(code).update(page);
for (const name of files) digest.update(name).update(await readFile(new URL(name, folder)));
const version = digest.digest('hex').slice(0, 16);

const release = { version, files: files.map((name) => `/${name}`), entry };
await writeFile(new URL('worker.js', folder), `${code}\nserve(self, ${JSON.stringify(release)});\n`);
