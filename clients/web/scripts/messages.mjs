// The texts of the interface: held to each other and to the code, then compiled, so that no parser travels to the browser.
//
//   src/app/core/i18n/messages/<language>.json    written by people, ICU
//   src/app/core/i18n/compiled/<language>.json    made here
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import compile from 'icu-minify/compile';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';

const i18n = new URL('../src/app/core/i18n/', import.meta.url);
const sources = new URL('../src/', import.meta.url);
const LANGUAGES = ['en', 'nl', 'ru'];
/** Keys that are put together from what the server or a value says. */
const PUT_TOGETHER =
  /^(problem|field|mistake|mistake-kind|need-name|form|actor|purpose|person|rating)\.|^(role|account-status|links|platform|action|security-kind|security-detail|key-use|content-kind|content-status|content-field|content-step|content-act|part-of-speech|steps|topic-way|effect|word-stage|word-sort|word-import|word-column|word-duplicates|word-delimiter|week-why|line-fault)\.|^queue\.(first|earlier|later)$|^week-settings\.(words|minutes)$|^settings\.(theme|text)-|^sitting\.way-|^students\.(by-|everybody|help|well)/;

const faults = [];
const texts = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (language) => [language, await messagesOf(language)])),
);

async function messagesOf(language) {
  return JSON.parse(await readFile(new URL(`messages/${language}.json`, i18n), 'utf8'));
}

/** Arguments of a message with their kinds, and the categories of its plurals. */
function contentOf(nodes, found = { arguments: new Set(), plurals: [] }) {
  for (const node of nodes) {
    if (node.type === TYPE.literal || node.type === TYPE.pound) continue;
    found.arguments.add(`${node.value}:${node.type}`);
    if (node.type === TYPE.plural) found.plurals.push(Object.keys(node.options));
    for (const option of Object.values(node.options ?? {})) contentOf(option.value, found);
  }
  return found;
}

function categoriesOf(language) {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

function argumentsOf(language, key, text) {
  try {
    const content = contentOf(parse(text, { ignoreTag: true }));
    for (const written of content.plurals) {
      const missing = categoriesOf(language).filter((category) => !written.includes(category));
      if (missing.length > 0) faults.push(`${language}: ${key} has a plural without ${missing.join(', ')}`);
    }
    return [...content.arguments].sort().join(' ');
  } catch (failure) {
    faults.push(`${language}: ${key} is no message: ${failure.message}`);
    return undefined;
  }
}

async function codeOf(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const isCode = (file) => file.isFile() && /\.(ts|html)$/.test(file.name) && !file.name.endsWith('.spec.ts');
  const contents = files.filter(isCode).map((file) => readFile(`${file.parentPath}/${file.name}`, 'utf8'));
  return (await Promise.all(contents)).join('\n');
}

const code = await codeOf(sources);
for (const key of new Set(LANGUAGES.flatMap((language) => Object.keys(texts[language])))) {
  const places = new Set();
  for (const language of LANGUAGES) {
    const text = texts[language][key];
    if (!text?.trim()) faults.push(`${language}: ${key} is missing`);
    else places.add(argumentsOf(language, key, text));
  }
  if (places.size > 1) faults.push(`${key} takes other arguments in one language than in another`);
  if (!PUT_TOGETHER.test(key) && !code.includes(`'${key}'`)) faults.push(`${key} is used nowhere`);
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

await mkdir(new URL('compiled/', i18n), { recursive: true });
for (const language of LANGUAGES) {
  const compiled = Object.fromEntries(Object.entries(texts[language]).map(([key, text]) => [key, compile(text)]));
  await writeFile(new URL(`compiled/${language}.json`, i18n), JSON.stringify(compiled));
}
