import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { refuses, says, Script } from '../../../testing/script';
import { KEYS_FOR_TEXTS } from '../../../testing/words';
import { SEND } from '../../core/http/open-api';
import { Session } from '../../core/session/session';
import { Register } from './register';

describe('registering', () => {
  const session = { logIn: vi.fn(() => Promise.resolve(undefined)), isLoggedIn: () => false };
  let script: Script;
  let fixture: ComponentFixture<Register>;
  let page: HTMLElement;

  beforeEach(async () => {
    session.logIn.mockClear();
    script = new Script();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        KEYS_FOR_TEXTS,
        { provide: SEND, useValue: script.send },
        { provide: Session, useValue: session },
      ],
    });
    fixture = TestBed.createComponent(Register);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  });

  const type = (autocomplete: string, text: string) => {
    const field = page.querySelector<HTMLInputElement>(`input[autocomplete=${autocomplete}]`)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const send = async () => {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(async () => {
      await fixture.whenStable();
      expect(page.querySelector<HTMLButtonElement>('button[type=submit]')!.disabled).toBe(false);
    });
  };
  const fillIn = () => {
    type('given-name', ' Anna ');
    type('family-name', 'de Vries');
    type('username', 'anna@example.org');
    type('new-password', 'correct horse');
  };
  const wrong = () =>
    [...page.querySelectorAll<HTMLInputElement>('[aria-invalid=true]')].map((field) => field.autocomplete);

  it('sends nothing that is not whole', async () => {
    fillIn();
    type('new-password', 'short');
    type('username', 'anna');
    await send();
    expect(script.asked).toHaveLength(0);
    expect(wrong()).toEqual(['username', 'new-password']);
  });

  it('shows at its field what the server says of it', async () => {
    const fault = { pointer: '/password', code: 'breached', message: 'Known from a leak.' };
    const body = { type: 'urn:tall:problem:invalid-fields', title: '', status: 422, errors: [fault] };
    script.willSay(
      new Response(JSON.stringify(body), { status: 422, headers: { 'content-type': 'application/problem+json' } }),
    );
    fillIn();
    await send();
    expect(wrong()).toEqual(['new-password']);
    expect(page.querySelector('tall-failure')).toBeNull();
  });

  it('says what is wrong with no field above the button, and is another attempt then', async () => {
    script.willSay(refuses(403, 'registration-closed'), says({}, 201));
    fillIn();
    await send();
    expect(wrong()).toEqual([]);
    expect(page.querySelector('tall-failure')?.textContent).toContain('problem.registration-closed');
    await send();
    const [first, second] = script.asked.map(({ url }) => url);
    expect(second).not.toBe(first);
  });

  it('logs in with what was typed once the code of the mail is right', async () => {
    const navigate = vi.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    script.willSay(says({}, 201), refuses(422, 'bad-code'), new Response(null, { status: 204 }));
    fillIn();
    await send();
    expect(await script.asked[0]?.json()).toMatchObject({ givenName: 'Anna', email: 'anna@example.org' });
    expect(document.activeElement).toBe(page.querySelector('input[autocomplete=one-time-code]'));
    type('one-time-code', '111111');
    await send();
    expect(page.querySelector('tall-failure')).not.toBeNull();
    expect(session.logIn).not.toHaveBeenCalled();
    await send();
    expect(session.logIn).toHaveBeenCalledExactlyOnceWith('anna@example.org', 'correct horse');
    expect(navigate).toHaveBeenCalledWith('/');
  });
});
