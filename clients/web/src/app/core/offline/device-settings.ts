import { inject, Service } from '@angular/core';

import { fromStore } from '../store/from-store';
import { keptStore } from '../store/kept-store';
import { LOCAL_STORAGE } from '../store/local-storage';

/** For how many days cards are taken along. */
export const DAYS_ALONG = ['0', '3', '7', '14'] as const;
export type DaysAlong = (typeof DAYS_ALONG)[number];

interface DeviceState {
  readonly days: DaysAlong;
}

/** What this device takes along, whoever studies on it. */
@Service()
export class DeviceSettings {
  private readonly store = keptStore<DeviceState>({
    name: 'tall.device-settings',
    initial: { days: '3' },
    read: readSettings,
    storage: inject(LOCAL_STORAGE),
  });

  readonly days = fromStore(this.store, (state) => state.days);

  takeAlong(days: DaysAlong): void {
    this.store.setState({ days });
  }
}

function readSettings(kept: unknown): DeviceState | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { days } = kept as Record<string, unknown>;
  const known = DAYS_ALONG.find((one) => one === days);
  return known && { days: known };
}
