import { TestBed } from '@angular/core/testing';

import { refuses, says, Script } from '../../../testing/script';
import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { SEND } from '../../core/http/open-api';
import { DigestChoice } from './digest-choice';

const tagged = (wanted: boolean, etag: string) => {
  const answer = says({ wanted });
  answer.headers.set('etag', etag);
  return answer;
};

describe('the mail of Mondays', () => {
  async function shown(server: Script) {
    TestBed.configureTestingModule({ providers: [KEYS_FOR_TEXTS, { provide: SEND, useValue: server.send }] });
    const fixture = TestBed.createComponent(DigestChoice);
    fixture.componentRef.setInput('role', 'student');
    const panel = fixture.nativeElement as HTMLElement;
    await vi.waitFor(() => expect(panel.querySelector('input')).not.toBeNull());
    const option = (value: string) => panel.querySelector<HTMLInputElement>(`input[value=${value}]`)!;
    return { panel, option };
  }

  it('is wanted or not, as of what was seen', async () => {
    const server = new Script().willSay(tagged(true, '"1"'), tagged(false, '"2"'));
    const { option } = await shown(server);
    expect(option('on').checked).toBe(true);
    option('off').click();
    await vi.waitFor(() => expect(server.asked).toHaveLength(2));
    const sent = server.asked[1]!;
    expect(sent.headers.get('if-match')).toBe('"1"');
    expect(await sent.json()).toEqual({ wanted: false });
    expect(option('off').checked).toBe(true);
  });

  it('stays what it was where the server refuses, and says why', async () => {
    const server = new Script().willSay(tagged(true, '"1"'), refuses(412, 'precondition-failed'));
    const { panel, option } = await shown(server);
    option('off').click();
    await vi.waitFor(() => expect(panel.querySelector('tall-failure')).not.toBeNull());
    expect(option('on').checked).toBe(true);
  });
});
