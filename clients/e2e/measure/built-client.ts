import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Answers } from '../support/answers';
import { saidTo } from '../support/pretend-fleet';

/** The gateway packs longer answers. */
const WORTH_PACKING = 1_024;

const BUILT = new URL('../../web/dist/browser/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** The client as `npm run build` leaves it, packed and kept as the gateway does, over a pretended fleet. */
export function serveBuilt(port: number, answers: Answers): Promise<Server> {
  if (!existsSync(BUILT)) throw new Error('nothing was built: deploy/ci/clients npm run build');
  const server = createServer((request, response) => {
    void answer(request, response, answers).catch((failure: unknown) => {
      response.writeHead(500).end(String(failure));
    });
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

async function answer(request: IncomingMessage, response: ServerResponse, answers: Answers): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (address.pathname.startsWith('/api/')) return fleet(request, response, address, answers);
  const type = TYPES[extname(address.pathname)];
  if (type === undefined) return page(response);
  const file = new URL(`.${address.pathname}`, BUILT);
  const isNamedByContent = /-[\w-]{8}\.(js|css)$/.test(address.pathname);
  const headers = {
    'content-type': type,
    'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  const packed = [
    { ending: '.br', encoding: 'br' },
    { ending: '.gz', encoding: 'gzip' },
  ].find(({ ending }) => existsSync(new URL(file.href + ending)));
  if (packed) {
    response.writeHead(200, { ...headers, 'content-encoding': packed.encoding });
    response.end(await readFile(new URL(file.href + packed.ending)));
  } else if (existsSync(file)) response.writeHead(200, headers).end(await readFile(file));
  else response.writeHead(404).end();
}

async function page(response: ServerResponse): Promise<void> {
  const text = await readFile(new URL('index.html', BUILT), 'utf8');
  response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(text);
}

async function fleet(
  request: IncomingMessage,
  response: ServerResponse,
  address: URL,
  answers: Answers,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const sent = Buffer.concat(chunks).toString('utf8');
  const said = saidTo(answers, request.method ?? 'GET', address, sent === '' ? undefined : JSON.parse(sent));
  const type = said.contentType ? { 'content-type': said.contentType } : {};
  const isPacked = (said.body?.length ?? 0) > WORTH_PACKING;
  const packing = isPacked ? { 'content-encoding': 'gzip' } : {};
  response.writeHead(said.status, { ...said.headers, ...type, ...packing });
  response.end(isPacked ? gzipSync(said.body ?? '') : said.body);
}
