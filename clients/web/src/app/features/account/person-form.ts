import type { Schemas } from '@tall/api/http';

type Person = Schemas['pii']['PersonView'];
type Change = Schemas['pii']['ChangePerson'];

/** What is typed; nothing is an empty text. It has the shape of what is sent, so that a fault finds its field. */
export interface PersonForm {
  givenName: string;
  familyName: string;
  birthDate: string;
  phone: string;
  address: { street: string; postalCode: string; city: string; country: string };
  guardian: { givenName: string; familyName: string; phone: string };
}

export const NOBODY: PersonForm = {
  givenName: '',
  familyName: '',
  birthDate: '',
  phone: '',
  address: { street: '', postalCode: '', city: '', country: '' },
  guardian: { givenName: '', familyName: '', phone: '' },
};

export function formOf(person: Person | undefined): PersonForm | undefined {
  if (!person) return undefined;
  return {
    givenName: person.givenName ?? '',
    familyName: person.familyName ?? '',
    birthDate: person.birthDate ?? '',
    phone: person.phone ?? '',
    address: {
      street: person.address?.street ?? '',
      postalCode: person.address?.postalCode ?? '',
      city: person.address?.city ?? '',
      country: person.address?.country ?? '',
    },
    guardian: {
      givenName: person.guardian?.givenName ?? '',
      familyName: person.guardian?.familyName ?? '',
      phone: person.guardian?.phone ?? '',
    },
  };
}

/** A merge patch with what differs: an emptied field goes, what was left alone is not sent, an address is sent whole. */
export function changesOf(before: Person, typed: PersonForm): Change {
  const was = formOf(before) ?? NOBODY;
  const { givenName, familyName, birthDate, phone } = trimmed(typed);
  const address = trimmed(typed.address);
  address.country = address.country.toUpperCase();
  const guardian = trimmed(typed.guardian);
  return {
    ...(givenName !== was.givenName && { givenName }),
    ...(familyName !== was.familyName && { familyName }),
    ...(birthDate !== was.birthDate && { birthDate: birthDate || null }),
    ...(phone !== was.phone && { phone: phone || null }),
    ...(differ(address, was.address) && { address: orNothing(address) }),
    ...(differ(guardian, was.guardian) && { guardian: orNothing(guardian) }),
  };
}

/** Under 16 somebody else agrees as well (GDPR article 8). Unknown counts as of age. */
export function isUnderAge(birthDate: string, now: Date): boolean {
  const born = new Date(`${birthDate}T00:00:00`);
  if (Number.isNaN(born.getTime())) return false;
  const sixteenth = new Date(born.getFullYear() + 16, born.getMonth(), born.getDate());
  return now < sixteenth;
}

function orNothing<T extends object>(parts: T): T | null {
  return Object.values(parts).every((part) => part === '') ? null : parts;
}

function differ<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).some((name) => one[name] !== other[name]);
}

function trimmed<T extends object>(parts: T): T {
  const texts = Object.entries(parts).map(([name, part]: [string, unknown]) => [
    name,
    typeof part === 'string' ? part.trim() : part,
  ]);
  return Object.fromEntries(texts) as T;
}
