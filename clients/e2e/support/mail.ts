import { type APIRequestContext, expect } from '@playwright/test';

interface Found {
  readonly messages: readonly { readonly Snippet: string }[];
}

const CODE = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/;

/** The code of the newest mail to an address, from the inbox of the stack that is tried. */
export async function mailedCode(request: APIRequestContext, address: string): Promise<string> {
  const inbox = process.env['TALL_TEST_MAIL_URL'];
  if (!inbox) throw new Error('TALL_TEST_MAIL_URL says where the mails are that the product sends');
  let code: string | undefined;
  await expect(async () => {
    const answer = await request.get(`${inbox}/api/v1/search`, { params: { query: `to:"${address}"`, limit: 1 } });
    const { messages } = (await answer.json()) as Found;
    [code] = CODE.exec(messages[0]?.Snippet ?? '') ?? [];
    expect(code, `a mail with a code to ${address}`).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return code ?? '';
}
