// Puts the pictures in shots/ side by side, a sheet for each screen: what it looks like, narrow to wide across; a language a
// row where all nine looks were taken.
//
//   npm run references                   references/<screen>.webp of every screen, as they are kept (ADR 0022)
//   npm run references -- week queue     of these alone
//   TALL_SHEETS=/tmp/sheets npm run …    as PNG elsewhere, to look at closely
import { chromium } from '@playwright/test';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const shots = new URL('../shots/', import.meta.url);
const elsewhere = process.env.TALL_SHEETS;
const folder = elsewhere ? pathToFileURL(`${elsewhere}/`) : new URL('../references/', import.meta.url);
const type = elsewhere ? 'png' : 'webp';
const wanted = new Set(process.argv.slice(2));
/** The sizes at which the widths are read beside each other: in one row, in three. */
const SCALES = { 360: [0.75, 0.6], 800: [0.55, 0.5], 1400: [0.5, 0.45] };
const LOOKS = 9;
const NAME = /^(?<screen>.+)-(?<width>360|800|1400)-(?<language>nl|en|ru)\.png$/;

const screens = new Map();
for (const name of await readdir(shots)) {
  const { screen, width, language } = NAME.exec(name)?.groups ?? {};
  if (!screen || (wanted.size > 0 && !wanted.has(screen))) continue;
  screens.set(screen, [...(screens.get(screen) ?? []), { name, width: Number(width), language }]);
}

const executablePath = process.env.TALL_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage();
await mkdir(folder, { recursive: true });
let bytes = 0;
for (const [screen, pictures] of screens) {
  pictures.sort((a, b) => a.width - b.width);
  const isWhole = pictures.length === LOOKS;
  const rows = isWhole ? [...Map.groupBy(pictures, ({ language }) => language).values()] : [pictures];
  const read = async ({ name, width }) => ({
    base64: await readFile(new URL(name, shots), 'base64'),
    scale: SCALES[width][isWhole ? 1 : 0],
  });
  const tiles = await Promise.all(rows.map((row) => Promise.all(row.map(read))));
  const sheet = Buffer.from(await page.evaluate(sheetOf, { tiles, type: `image/${type}` }), 'base64');
  bytes += sheet.length;
  await writeFile(new URL(`${screen}.${type}`, folder), sheet);
}
await browser.close();
console.log(`${String(screens.size)} sheets, ${(bytes / 1e6).toFixed(1)} MB`);

/** In the page: there is what decodes, scales and encodes pictures. */
async function sheetOf({ tiles, type }) {
  const GAP = 24;
  const scaled = async ({ base64, scale }) => {
    const answer = await fetch(`data:image/png;base64,${base64}`);
    const picture = await createImageBitmap(await answer.blob());
    return { picture, width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  };
  const rows = await Promise.all(tiles.map((row) => Promise.all(row.map(scaled))));
  const heights = rows.map((row) => Math.max(...row.map((picture) => picture.height)));
  const width = Math.max(...rows.map((row) => row.reduce((sum, picture) => sum + picture.width + GAP, GAP)));
  const height = heights.reduce((sum, row) => sum + row + GAP, GAP);
  const canvas = new OffscreenCanvas(width, height);
  const ground = canvas.getContext('2d');
  ground.fillStyle = '#8a8f94';
  ground.fillRect(0, 0, width, height);
  ground.imageSmoothingQuality = 'high';
  let top = GAP;
  for (const [at, row] of rows.entries()) {
    let left = GAP;
    for (const { picture, width, height } of row) {
      ground.drawImage(picture, left, top, width, height);
      left += width + GAP;
    }
    top += heights[at] + GAP;
  }
  const blob = await canvas.convertToBlob({ type, quality: 0.5 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}
