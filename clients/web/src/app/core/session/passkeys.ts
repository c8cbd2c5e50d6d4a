/** Whether this browser has passkeys, in the JSON form of WebAuthn level 3. */
export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

type Options = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>>;

/** Lets the device sign; nothing when its owner would rather not. */
export async function askPasskey(options: Options): Promise<Answer | undefined> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    argumentOf(options) as PublicKeyCredentialRequestOptionsJSON,
  );
  return answerOf(() => navigator.credentials.get({ publicKey }));
}

/** Lets the device make a passkey for the account, under the words that its owner knows it by. */
export async function makePasskey(options: Options, owner: string): Promise<Answer | undefined> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    argumentOf(options) as PublicKeyCredentialCreationOptionsJSON,
  );
  const user = { ...publicKey.user, name: owner, displayName: owner };
  return answerOf(() => navigator.credentials.create({ publicKey: { ...publicKey, user } }));
}

/** The server gives the argument of `navigator.credentials`, whose one field is `publicKey`. */
function argumentOf(options: Options): unknown {
  return options['publicKey'] ?? options;
}

async function answerOf(ceremony: () => Promise<Credential | null>): Promise<Answer | undefined> {
  try {
    const credential = await ceremony();
    return credential instanceof PublicKeyCredential ? { ...credential.toJSON() } : undefined;
  } catch (refusal) {
    if (refusal instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(refusal.name)) return undefined;
    throw refusal;
  }
}
