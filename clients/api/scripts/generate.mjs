// Types of the HTTP API from openapi/*.v2.json. With --check nothing is written, and a difference is an error.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const documents = new URL('../../../openapi/', import.meta.url);
const types = new URL('../src/http/types/', import.meta.url);
const check = process.argv.includes('--check');

/** What every call carries is put there by the layer below, not by who calls. */
const SET_BY_THE_LAYER = 'x-client-version';

function withoutLayerHeaders(document) {
  const parameters = document.components?.parameters ?? {};
  const resolve = (parameter) => (parameter.$ref ? parameters[parameter.$ref.split('/').at(-1)] : parameter);
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      if (!operation.parameters) continue;
      operation.parameters = operation.parameters.filter(
        (parameter) => resolve(parameter).name.toLowerCase() !== SET_BY_THE_LAYER,
      );
    }
  }
  return document;
}

async function typesOf(file) {
  const document = JSON.parse(await readFile(new URL(file, documents), 'utf8'));
  const text = astToString(await openapiTS(withoutLayerHeaders(document), { emptyObjectsUnknown: true }));
  const path = new URL(`${file.split('.')[0]}.ts`, types);
  const head = `// Made from openapi/${file} by \`npm run generate\`; not to be edited.\n\n`;
  const options = await resolveConfig(path);
  return { path, text: await format(head + text, { ...options, parser: 'typescript' }) };
}

const files = (await readdir(documents)).filter((name) => name.endsWith('.v2.json')).sort();
const stale = [];
for (const file of files) {
  const { path, text } = await typesOf(file);
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept === text) continue;
  stale.push(path.pathname.split('/').at(-1));
  if (!check) await writeFile(path, text);
}
if (check && stale.length > 0) {
  console.error(`older than openapi/: ${stale.join(', ')}; run \`npm run generate\` in clients/`);
  process.exit(1);
}
