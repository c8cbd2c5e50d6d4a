import { own } from '@tall/api/own';

import { LANGUAGE_NAMES } from '../../core/preferences/preferences';
import type { PersonalChange, PersonalData } from './people-api';

export type Purpose = 'administration' | 'contact';
export type Admin = 'educational-admin' | 'technical-admin';

/** As the service names them, in the order in which they are shown. */
export type PersonalField =
  'email' | 'pending-email' | 'interface-language' | 'birth-date' | 'phone' | 'address' | 'guardian' | 'admin-note';

/** What each may read of others, and what for: the table of services/pii/README.md, names aside, which stand above. */
const READ: Readonly<Record<Admin, Readonly<Partial<Record<Purpose, readonly PersonalField[]>>>>> = {
  'educational-admin': {
    administration: ['email', 'birth-date', 'admin-note'],
    contact: ['email', 'interface-language', 'phone', 'address', 'guardian'],
  },
  'technical-admin': { administration: ['email', 'pending-email', 'admin-note'] },
};

export function purposesOf(role: Admin): Purpose[] {
  return Object.keys(READ[role]) as Purpose[];
}

export function fieldsFor(role: Admin, purpose: Purpose): readonly PersonalField[] {
  return READ[role][purpose] ?? [];
}

/** Those that an admin changes: they are asked for to run the school. */
export function isChangedBy(role: Admin, field: PersonalField): boolean {
  return field === 'admin-note' || (field === 'birth-date' && role === 'educational-admin');
}

/** What is written in a field, on one line. */
export function valueOf(person: PersonalData, field: PersonalField): string | undefined {
  switch (field) {
    case 'email':
      return person.email ?? undefined;
    case 'pending-email':
      return person.pendingEmail ?? undefined;
    case 'interface-language':
      return person.interfaceLanguage ? nameOf(person.interfaceLanguage) : undefined;
    case 'birth-date':
      return person.birthDate ?? undefined;
    case 'phone':
      return person.phone ?? undefined;
    case 'admin-note':
      return person.adminNote ?? undefined;
    case 'address': {
      const { address } = person;
      return address ? `${address.street}, ${address.postalCode} ${address.city}, ${address.country}` : undefined;
    }
    case 'guardian': {
      const { guardian } = person;
      return guardian ? `${guardian.givenName} ${guardian.familyName}, ${guardian.phone}` : undefined;
    }
  }
}

function nameOf(language: string): string {
  return own(LANGUAGE_NAMES, language) ?? language;
}

/** What an admin types; nothing is an empty text. */
export interface AdminForm {
  birthDate: string;
  adminNote: string;
}

export function adminFormOf(person: PersonalData | undefined): AdminForm {
  return { birthDate: person?.birthDate ?? '', adminNote: person?.adminNote ?? '' };
}

/** A merge patch with what differs: an emptied field goes, what was left alone is not sent. */
export function adminChanges(before: PersonalData, typed: AdminForm): PersonalChange {
  const was = adminFormOf(before);
  const adminNote = typed.adminNote.trim();
  return {
    ...(typed.birthDate !== was.birthDate && { birthDate: typed.birthDate || null }),
    ...(adminNote !== was.adminNote && { adminNote: adminNote || null }),
  };
}
