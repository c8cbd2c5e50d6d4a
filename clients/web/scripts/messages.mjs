// The texts of the interface: held to each other and to the code, then compiled, so that no parser travels to the browser.
//
//   src/app/core/i18n/messages/<language>.json    written by people, ICU
//   src/app/core/i18n/compiled/<area>.<language>.json    made here
//
// A text that one area alone says travels with that area; all others are in `common`.
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import compile from 'icu-minify/compile';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

import { endsAsSentence, headingsIn, splitWords, withWholeLines } from './wording.mjs';

const i18n = new URL('../src/app/core/i18n/', import.meta.url);
const sources = new URL('../src/', import.meta.url);
const LANGUAGES = ['en', 'nl', 'ru'];
/** Areas with texts of their own, and their folders. Their routes ask for them: `withTexts`. */
const AREAS = {
  account: ['account'],
  cards: ['cards', 'offline'],
  content: ['content'],
  dictionary: ['dictionary'],
  operations: ['operations'],
  people: ['people'],
  teaching: ['teaching'],
};
const COMMON = 'common';
/** Keys that are put together from what the server or a value says. */
const PUT_TOGETHER =
  /^(problem|field|mistake|mistake-kind|need-name|form|actor|purpose|person|rating)\.|^(role|account-status|links|platform|action|security-kind|security-detail|key-use|content-kind|content-status|content-field|content-step|content-act|part-of-speech|steps|topic-way|effect|word-stage|word-sort|word-import|word-column|word-duplicates|word-delimiter|week-why|line-fault|consent-standing|consent-record|consent-panel|personal-data)\.|^queue\.(first|earlier|later)$|^week-settings\.(words|minutes)$|^settings\.(theme|text)-|^sitting\.way-|^students\.(by-|everybody|help|well)|^word-statistics\.(waiting|learning|graduated|known|leeches|see|recall|write|use|echo)$|^shared-lists\.(no-meaning|too-long|twice|too-many|everybody|some)$/;

const faults = [];
const texts = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (language) => [language, await messagesOf(language)])),
);

async function messagesOf(language) {
  return JSON.parse(await readFile(new URL(`messages/${language}.json`, i18n), 'utf8'));
}

/** Arguments of a message with their kinds, the categories of its plurals, and what it says itself. */
function contentOf(nodes, found = { arguments: new Set(), plurals: [], literals: [] }) {
  for (const node of nodes) {
    if (node.type === TYPE.literal) found.literals.push(node.value);
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
    const split = content.literals.flatMap(splitWords);
    if (split.length > 0)
      faults.push(`${language}: ${key} takes a non-breaking hyphen (U+2011) in ${split.join(', ')}`);
    return [...content.arguments].sort().join(' ');
  } catch (failure) {
    faults.push(`${language}: ${key} is no message: ${failure.message}`);
    return undefined;
  }
}

/** Each file of the client by its address. */
async function codeIn(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const isCode = (file) => file.isFile() && /\.(ts|html)$/.test(file.name) && !file.name.endsWith('.spec.ts');
  const read = async ({ parentPath, name }) => {
    const address = pathToFileURL(`${parentPath}/${name}`).href;
    return [address, await readFile(new URL(address), 'utf8')];
  };
  return new Map(await Promise.all(files.filter(isCode).map(read)));
}

const files = await codeIn(sources);
const code = [...files.values()].join('\n');
const headings = headingsIn(code);

/** To which area a file belongs; `common` where to none. */
function areaOfFile(address) {
  const folder = /\/app\/features\/([^/]+)\//.exec(address)?.[1];
  return Object.keys(AREAS).find((area) => AREAS[area].includes(folder)) ?? COMMON;
}

/** What a file takes from others, their types aside. The routes take nothing: what they name is fetched when it is wanted. */
function takenBy(address) {
  if (address.endsWith('.html') || address.endsWith('.routes.ts')) return [];
  const text = files.get(address);
  const imports = /^(?:import|export)(?! type)[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)|templateUrl: '(\.[^']+)'/gm;
  return [...text.matchAll(imports)]
    .map(([, still, later, template]) => template ?? `${still ?? later}.ts`)
    .map((path) => new URL(path, address).href)
    .filter((other) => files.has(other));
}

/** All that the screens of an area say, in its own files and in those that it takes from others. */
function saidIn(area) {
  const reached = new Set([...files.keys()].filter((address) => areaOfFile(address) === area));
  for (const address of reached) for (const other of takenBy(address)) reached.add(other);
  return [...reached].map((address) => files.get(address)).join('\n');
}

const said = Object.fromEntries([...Object.keys(AREAS), COMMON].map((area) => [area, saidIn(area)]));

/** The one area that says a text. One that is put together is looked for by its beginning. */
function areaOf(key) {
  const beginning = `\`${key.slice(0, key.indexOf('.') + 1)}`;
  const says = (text) => text.includes(`'${key}'`) || (PUT_TOGETHER.test(key) && text.includes(beginning));
  const areas = Object.keys(said).filter((area) => says(said[area]));
  return areas.length === 1 ? areas[0] : COMMON;
}

for (const key of new Set(LANGUAGES.flatMap((language) => Object.keys(texts[language])))) {
  const places = new Set();
  for (const language of LANGUAGES) {
    const text = texts[language][key];
    if (!text?.trim()) faults.push(`${language}: ${key} is missing`);
    else places.add(argumentsOf(language, key, text));
    if (headings.has(key) && endsAsSentence(text ?? ''))
      faults.push(`${language}: ${key} is a heading with a full stop`);
  }
  if (places.size > 1) faults.push(`${key} takes other arguments in one language than in another`);
  if (!PUT_TOGETHER.test(key) && !code.includes(`'${key}'`)) faults.push(`${key} is used nowhere`);
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

const compiled = new URL('compiled/', i18n);
await rm(compiled, { recursive: true, force: true });
await mkdir(compiled);
const areas = Object.groupBy(Object.keys(texts.en), areaOf);
for (const [area, keys] of Object.entries(areas)) {
  for (const language of LANGUAGES) {
    const messages = Object.fromEntries(
      keys.map((key) => [key, compile(withWholeLines(texts[language][key], language))]),
    );
    await writeFile(new URL(`${area}.${language}.json`, compiled), JSON.stringify(messages));
  }
}

const fetched = (area, language) => `    ${language}: () => import('./${area}.${language}.json'),`;
const lines = Object.keys(areas).map((area) =>
  [`  ${area}: {`, ...LANGUAGES.map((language) => fetched(area, language)), '  },'].join('\n'),
);
await writeFile(
  new URL('texts.ts', compiled),
  `/** The texts of each area in each language, a file each. */\nexport const TEXTS = {\n${lines.join('\n')}\n};\n`,
);
