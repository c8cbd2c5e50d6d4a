import type { ServiceName } from '@tall/api/http';
import { own } from '@tall/api/own';

import type { MessageKey } from '../i18n/message-key';

/** Each service of the fleet, and what it is for. */
export const SERVICE_PURPOSES: Readonly<Record<ServiceName, MessageKey>> = {
  profile: 'fleet.profile',
  pii: 'fleet.pii',
  lobby: 'fleet.lobby',
  'thematic-cards': 'fleet.thematic-cards',
  'learning-cards': 'fleet.learning-cards',
  admin: 'fleet.admin',
  'cron-utility': 'fleet.cron-utility',
};

/** Nothing for one that is newer than this client. */
export function purposeOf(service: string): MessageKey | undefined {
  return own<MessageKey>(SERVICE_PURPOSES, service);
}
