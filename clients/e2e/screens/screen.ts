import type { Page } from '@playwright/test';
import type { Schemas } from '@tall/api/http';

import type { Answers } from '../support/answers';

/** A screen to look at. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly role?: Schemas['profile']['RoleName'];
  /** Where it has come when it is looked at, if that is another address. */
  readonly endsAt?: string;
  /** Whether it is looked at without a connection. */
  readonly isCutOff?: true;
  /** Whether there is something that somebody should know. */
  readonly hasNotices?: true;
  /** What the pretended fleet says otherwise than usually. */
  readonly answers?: Answers;
  /** What is done before looking. */
  readonly act?: (page: Page) => Promise<void>;
}
