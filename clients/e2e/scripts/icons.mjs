// The icons of the installed client, from its mark: public/favicon.svg, drawn by the browser of the tests.
//
//   icon-192.png, icon-512.png    as it is
//   icon-maskable.png             the field to the edge, the mark within the circle that every launcher leaves (80 %)
//   icon-apple.png                the field to the edge, since iOS cuts the corners itself
import { chromium } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';

const folder = new URL('../../web/public/', import.meta.url);
const mark = await readFile(new URL('favicon.svg', folder), 'utf8');
const square = mark.replace(' rx="16"', '');
const inset = (part) => {
  const margin = (64 * (1 - part)) / part / 2;
  const side = 64 + 2 * margin;
  return square
    .replace('viewBox="0 0 64 64"', `viewBox="${-margin} ${-margin} ${side} ${side}"`)
    .replace('<rect width="64" height="64"', `<rect x="${-margin}" y="${-margin}" width="${side}" height="${side}"`);
};

const browser = await chromium.launch({
  executablePath: process.env.TALL_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const [name, size, drawing] of [
  ['icon-192.png', 192, mark],
  ['icon-512.png', 512, mark],
  ['icon-maskable.png', 512, inset(0.72)],
  ['icon-apple.png', 180, inset(0.85)],
]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();
