import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { API } from '../../core/http/api';
import type { Language } from '../../core/preferences/preferences';
import { MailLanguage } from './mail-language';

interface Asked {
  readonly params: { readonly header: { readonly 'If-Match': string } };
  readonly body: { readonly interfaceLanguage: Language };
}

const account = (interfaceLanguage: string, etag: string) => ({
  data: { interfaceLanguage },
  response: new Response(null, { headers: { etag } }),
});

describe('the language of mails', () => {
  const api = { GET: vi.fn(), PATCH: vi.fn<(path: string, asked: Asked) => Promise<unknown>>() };
  let fixture: ComponentFixture<MailLanguage>;
  let panel: HTMLElement;

  beforeEach(async () => {
    api.GET.mockReset().mockResolvedValue(account('nl', '"7"'));
    api.PATCH.mockReset();
    TestBed.configureTestingModule({ providers: [KEYS_FOR_TEXTS, { provide: API, useValue: api }] });
    fixture = TestBed.createComponent(MailLanguage);
    panel = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  const option = (value: string) => panel.querySelector<HTMLInputElement>(`input[value=${value}]`)!;
  const choose = async (value: string) => {
    option(value).click();
    await fixture.whenStable();
  };
  const sent = () => api.PATCH.mock.calls.map(([, { params, body }]) => [params.header['If-Match'], body]);

  it('is that of the account, and is changed from what was seen last', async () => {
    expect(option('nl').checked).toBe(true);
    api.PATCH.mockResolvedValueOnce(account('ru', '"8"')).mockResolvedValueOnce(account('en', '"9"'));
    await choose('ru');
    await choose('en');
    expect(sent()).toEqual([
      ['"7"', { interfaceLanguage: 'ru' }],
      ['"8"', { interfaceLanguage: 'en' }],
    ]);
    expect(option('en').checked).toBe(true);
  });

  it('goes back to what it is when it could not be changed, says why, and can be read again', async () => {
    api.PATCH.mockRejectedValueOnce(new Error('no connection'));
    await choose('ru');
    expect(option('nl').checked).toBe(true);
    expect(panel.querySelector('tall-failure')).not.toBeNull();
    api.GET.mockResolvedValueOnce(account('en', '"8"'));
    panel.querySelector<HTMLButtonElement>('tall-failure button')!.click();
    await fixture.whenStable();
    expect(option('en').checked).toBe(true);
    expect(panel.querySelector('tall-failure')).toBeNull();
  });
});
