import { Service, signal } from '@angular/core';
import type { Announcements } from '@tall/api/http';

interface UpdateRequired {
  /** The server's words. */
  readonly message: string;
  readonly latest: string | undefined;
}

/** Whether there is a newer version of this client, and whether this one may go on. */
@Service()
export class ClientUpdates implements Announcements {
  private readonly demand = signal<UpdateRequired | undefined>(undefined);
  private readonly offer = signal<string | undefined>(undefined);

  readonly required = this.demand.asReadonly();
  readonly offered = this.offer.asReadonly();

  updateOffered(latest: string): void {
    this.offer.set(latest);
  }

  updateRequired(message: string, latest: string | undefined): void {
    this.demand.set({ message, latest });
  }
}
