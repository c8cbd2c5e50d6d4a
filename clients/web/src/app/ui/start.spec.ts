import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { KEYS_FOR_TEXTS } from '../../testing/words';
import type { Resumable } from '../core/places/open-sittings';
import { Start } from './start';

describe('beginning a sitting', () => {
  async function shown(paused?: Resumable) {
    TestBed.configureTestingModule({ providers: [KEYS_FOR_TEXTS, provideRouter([])] });
    const fixture = TestBed.createComponent(Start);
    fixture.componentRef.setInput('paused', paused);
    const started = vi.fn();
    fixture.componentInstance.started.subscribe(started);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { page, started, button: page.querySelector('button')! };
  }

  it('is the one thing to do where none is paused', async () => {
    const { page, started, button } = await shown();
    expect(page.querySelector('a')).toBeNull();
    expect(button.textContent).toContain('sitting.start');
    expect(button.classList).toContain('filled');
    button.click();
    expect(started).toHaveBeenCalledOnce();
  });

  it('comes after going on with the one that is paused', async () => {
    const { page, started, button } = await shown({ path: '/cards/topic/sessions/s', done: 3, total: 10 });
    const goOn = page.querySelector('a')!;
    expect(goOn.getAttribute('href')).toBe('/cards/topic/sessions/s');
    expect(goOn.textContent).toContain('sitting.go-on');
    expect(button.textContent).toContain('sitting.start-anew');
    expect(button.classList).toContain('outlined');
    expect(goOn.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    button.click();
    expect(started).toHaveBeenCalledOnce();
  });
});
