import { Component, resource } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Problem } from '@tall/api/http';

import { KEYS_FOR_TEXTS } from '../../testing/words';
import { Loaded } from './loaded';

const loader = vi.fn<() => Promise<string>>();

@Component({
  imports: [Loaded],
  template: `
    <tall-loaded [of]="word">
      @if (word.hasValue()) {
        <output>{{ word.value() }}</output>
      }
    </tall-loaded>
  `,
})
class Screen {
  protected readonly word = resource({ loader });
}

describe('what is loaded', () => {
  beforeEach(() => loader.mockReset());

  async function shown() {
    TestBed.configureTestingModule({ providers: [KEYS_FOR_TEXTS] });
    const fixture = TestBed.createComponent(Screen);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const tryAgain = async () => {
      [...page.querySelectorAll('button')].find((one) => one.textContent.includes('failure.retry'))!.click();
      await fixture.whenStable();
    };
    return { page, tryAgain };
  }

  it('says why it is not here, and tries again', async () => {
    loader.mockRejectedValueOnce(new Problem('unavailable', 503, '')).mockResolvedValueOnce('brood');
    const { page, tryAgain } = await shown();
    expect(page.querySelector('tall-failure')?.textContent).toContain('problem.unavailable');
    await tryAgain();
    expect(page.querySelector('output')?.textContent).toBe('brood');
    expect(page.querySelector('tall-failure')).toBeNull();
  });

  it.each([
    ['not-found', 404],
    ['invalid-fields', 422],
  ])('is no failure where there is none such: %s', async (code, status) => {
    loader.mockRejectedValueOnce(new Problem(code, status, '')).mockResolvedValueOnce('brood');
    const { page, tryAgain } = await shown();
    expect(page.querySelector('tall-failure')).toBeNull();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('failure.not-here');
    await tryAgain();
    expect(page.querySelector('output')?.textContent).toBe('brood');
  });
});
