// A school's OpenID Connect provider: oidc-provider (certified by the OpenID Foundation) with one client and the accounts of a
// file, in memory. It asks for a name and a password on a page of its own, as a school's would.
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import Provider from 'oidc-provider';

const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { issuer, host, port, certificate, key, client, accounts, signingKeys, cookieKey } = settings;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: client.id,
      client_secret: client.secret,
      redirect_uris: client.redirectUris,
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  jwks: { keys: signingKeys },
  cookies: { keys: [cookieKey] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { url: (context, interaction) => `/interactions/${interaction.uid}` },
});

provider.use(async (context, next) => {
  const [, uid] = context.path.match(/^\/interactions\/([\w-]+)$/) ?? [];
  if (!uid) return next();
  const { prompt, params, session } = await provider.interactionDetails(context.req, context.res);
  if (prompt.name === 'consent') {
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope('openid');
    return finish(context, { consent: { grantId: await grant.save() } });
  }
  if (context.method === 'GET') return ask(context, uid);
  const form = new URLSearchParams(await read(context.req));
  const account = accounts.find(({ name }) => name === form.get('name'));
  if (!account || !same(account.password, form.get('password') ?? '')) return ask(context, uid);
  return finish(context, { login: { accountId: account.subject } });
});

function finish(context, result) {
  context.respond = false;
  return provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false });
}

function ask(context, uid) {
  context.type = 'html';
  context.body = `<!doctype html><html lang="en"><title>School</title><form method="post" action="/interactions/${uid}">
    <label>Name <input name="name" autocomplete="username"></label>
    <label>Password <input name="password" type="password" autocomplete="current-password"></label>
    <button>Log in</button></form></html>`;
}

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8').slice(0, 4096);
}

function same(one, other) {
  const digest = (text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

const tls = { cert: readFileSync(certificate), key: readFileSync(key), minVersion: 'TLSv1.3' };
createServer(tls, provider.callback()).listen(port, host);
