import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';

/** What the link of a mail brings. */
export interface Mailed {
  readonly userId: string;
  readonly code: string;
}

/** Reads `#user=...&code=...`, which no server sees, and takes it out of the address. */
@Service()
export class MailedCode {
  private readonly router = inject(Router);

  take(): Mailed | undefined {
    const navigation = this.router.currentNavigation();
    const fragment = new URLSearchParams(navigation?.finalUrl?.fragment ?? '');
    const [userId, code] = [fragment.get('user'), fragment.get('code')];
    if (!userId || !code) return undefined;
    const bare = navigation?.finalUrl?.toString().split('#')[0] ?? '/';
    // After this navigation, which would otherwise be cut off by the next.
    setTimeout(() => void this.router.navigateByUrl(bare, { replaceUrl: true }));
    return { userId, code };
  }
}
