import { DOCUMENT, inject, Service, signal } from '@angular/core';

/** Whether this device says that it has a connection. That it has one does not say that anybody answers. */
@Service()
export class Connection {
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly online = signal(this.view?.navigator.onLine ?? true);
  readonly isOnline = this.online.asReadonly();

  constructor() {
    this.view?.addEventListener('online', () => this.online.set(true));
    this.view?.addEventListener('offline', () => this.online.set(false));
  }
}
