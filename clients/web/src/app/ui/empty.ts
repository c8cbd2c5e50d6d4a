import { booleanAttribute, Component, input } from '@angular/core';

import { Icon, type IconName } from './icon';

/** There is nothing here, and why; what can be done about it goes inside. */
@Component({
  selector: 'tall-empty',
  imports: [Icon],
  template: `
    <span class="picture"><tall-icon [name]="icon()" /></span>
    @if (isPage()) {
      <h1>{{ title() }}</h1>
    } @else {
      <h2>{{ title() }}</h2>
    }
    @if (text(); as more) {
      <p class="soft">{{ more }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: 0.75rem;
      padding: clamp(2rem, 8vw, 4rem) 1rem;
      text-align: center;
    }
    .picture {
      display: grid;
      place-items: center;
      width: 4rem;
      height: 4rem;
      border-radius: 50%;
      background: var(--tall-accent-soft);
      color: var(--tall-accent);
      font-size: 1.5rem;
    }
    p {
      max-width: 30rem;
    }
  `,
})
export class Empty {
  readonly icon = input<IconName>('info');
  readonly title = input.required<string>();
  readonly text = input<string>();
  /** Whether it is all that the screen says. */
  readonly isPage = input(false, { transform: booleanAttribute });
}
