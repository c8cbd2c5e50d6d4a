import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Icon, type IconName } from './icon';

export interface LinkItem {
  readonly path: string;
  readonly icon: IconName;
  readonly label: string;
  readonly detail?: string | undefined;
}

/** Where one can go from here, each in a wide row. */
@Component({
  selector: 'tall-link-list',
  imports: [Icon, RouterLink],
  template: `
    <ul class="panel">
      @for (item of items(); track item.path) {
        <li>
          <a [routerLink]="item.path">
            <tall-icon [name]="item.icon" />
            <span>
              <strong>{{ item.label }}</strong>
              @if (item.detail; as detail) {
                <span class="small soft">{{ detail }}</span>
              }
            </span>
            <tall-icon class="push soft" name="forward" />
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    .panel {
      padding: 0;
      overflow: hidden;
    }
    li + li {
      border-top: 1px solid var(--tall-line);
    }
    a {
      display: flex;
      align-items: center;
      gap: 1rem;
      min-height: 4.25rem;
      padding: 0.75rem 1.25rem;
      color: var(--tall-ink);
      text-decoration: none;
    }
    a:hover {
      background: var(--tall-sunken);
    }
    a:focus-visible {
      outline-offset: -3px;
    }
    a > tall-icon:first-child {
      color: var(--tall-accent);
    }
    span {
      display: grid;
      min-width: 0;
    }
    strong {
      font-weight: 600;
    }
  `,
})
export class LinkList {
  readonly items = input.required<readonly LinkItem[]>();
}
