// Puts the pictures in shots/ side by side, a sheet for each screen: what it looks like, narrow to wide.
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
/** The sizes at which the three widths are read beside each other. */
const SCALES = { 360: 0.75, 800: 0.55, 1400: 0.5 };
const NAME = /^(?<screen>.+)-(?<width>\d+)-(?:nl|en|ru)-(?:light|dark)\.png$/;

const screens = new Map();
for (const name of await readdir(shots)) {
  const { screen, width } = NAME.exec(name)?.groups ?? {};
  if (!screen || !SCALES[width] || (wanted.size > 0 && !wanted.has(screen))) continue;
  screens.set(screen, [...(screens.get(screen) ?? []), { name, width: Number(width) }]);
}

const executablePath = process.env.TALL_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage();
await mkdir(folder, { recursive: true });
let bytes = 0;
for (const [screen, pictures] of screens) {
  pictures.sort((a, b) => a.width - b.width || a.name.localeCompare(b.name));
  const tiles = await Promise.all(
    pictures.map(async ({ name, width }) => ({
      base64: (await readFile(new URL(name, shots))).toString('base64'),
      scale: SCALES[width],
    })),
  );
  const sheet = Buffer.from(await page.evaluate(sheetOf, { tiles, type: `image/${type}` }), 'base64');
  bytes += sheet.length;
  await writeFile(new URL(`${screen}.${type}`, folder), sheet);
}
await browser.close();
console.log(`${String(screens.size)} sheets, ${(bytes / 1e6).toFixed(1)} MB`);

/** In the page: there is what decodes, scales and encodes pictures. */
async function sheetOf({ tiles, type }) {
  const GAP = 24;
  const pictures = await Promise.all(
    tiles.map(async ({ base64, scale }) => {
      const answer = await fetch(`data:image/png;base64,${base64}`);
      const picture = await createImageBitmap(await answer.blob());
      return { picture, width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
    }),
  );
  const width = pictures.reduce((sum, picture) => sum + picture.width + GAP, GAP);
  const height = Math.max(...pictures.map((picture) => picture.height)) + 2 * GAP;
  const canvas = new OffscreenCanvas(width, height);
  const ground = canvas.getContext('2d');
  ground.fillStyle = '#8a8f94';
  ground.fillRect(0, 0, width, height);
  ground.imageSmoothingQuality = 'high';
  let left = GAP;
  for (const { picture, width, height } of pictures) {
    ground.drawImage(picture, left, GAP, width, height);
    left += width + GAP;
  }
  const blob = await canvas.convertToBlob({ type, quality: 0.5 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}
