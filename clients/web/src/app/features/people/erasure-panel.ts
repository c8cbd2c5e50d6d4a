import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { newId } from '@tall/api/http';

import { Formats } from '../../core/i18n/formats';
import { Translator } from '../../core/i18n/translator';
import { type Erasure, Erasures } from '../../core/people/erasures';
import { Action } from '../../ui/action';
import { AskedTwice } from '../../ui/asked-twice';
import { Failure } from '../../ui/failure';

/** The end of an account, and of everything that any service keeps of a person. */
@Component({
  selector: 'tall-erasure-panel',
  imports: [AskedTwice, Failure, RouterLink],
  templateUrl: './erasure-panel.html',
  styles: `
    strong {
      overflow-wrap: anywhere;
    }
  `,
})
export class ErasurePanel {
  readonly userId = input.required<string>();

  protected readonly t = inject(Translator).t;
  private readonly formats = inject(Formats);
  private readonly erasures = inject(Erasures);

  /** A lost answer is asked for again under the same id. */
  private readonly erasureId = newId();
  protected readonly asked = signal<Erasure | undefined>(undefined);
  private readonly action = new Action();
  protected readonly isBusy = this.action.isBusy;
  protected readonly failure = this.action.failure;

  protected deadline({ deadlineAt }: Erasure): string {
    return this.formats.date(deadlineAt);
  }

  protected erase(): Promise<void> {
    return this.action.run(async () => {
      this.asked.set(await this.erasures.ask(this.erasureId, this.userId()));
    });
  }
}
