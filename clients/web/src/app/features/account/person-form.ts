import type { Schemas } from '@tall/api/http';

type Person = Schemas['pii']['PersonView'];
type Change = Schemas['pii']['ChangePerson'];

/** What is typed; nothing is an empty text. */
export interface PersonForm {
  givenName: string;
  familyName: string;
  birthDate: string;
  phone: string;
  street: string;
  postalCode: string;
  city: string;
  country: string;
  guardianGivenName: string;
  guardianFamilyName: string;
  guardianPhone: string;
}

export const NOBODY: PersonForm = {
  givenName: '',
  familyName: '',
  birthDate: '',
  phone: '',
  street: '',
  postalCode: '',
  city: '',
  country: '',
  guardianGivenName: '',
  guardianFamilyName: '',
  guardianPhone: '',
};

export function formOf(person: Person | undefined): PersonForm | undefined {
  if (!person) return undefined;
  return {
    givenName: person.givenName ?? '',
    familyName: person.familyName ?? '',
    birthDate: person.birthDate ?? '',
    phone: person.phone ?? '',
    street: person.address?.street ?? '',
    postalCode: person.address?.postalCode ?? '',
    city: person.address?.city ?? '',
    country: person.address?.country ?? '',
    guardianGivenName: person.guardian?.givenName ?? '',
    guardianFamilyName: person.guardian?.familyName ?? '',
    guardianPhone: person.guardian?.phone ?? '',
  };
}

/** A merge patch with what differs: an emptied field goes, what was left alone is not sent. */
export function changesOf(before: Person, typed: PersonForm): Change {
  const after = trimmed(typed);
  const was = formOf(before) ?? NOBODY;
  const differs = (...names: (keyof PersonForm)[]) => names.some((name) => after[name] !== was[name]);
  const address = { street: after.street, postalCode: after.postalCode, city: after.city, country: after.country };
  const guardian = {
    givenName: after.guardianGivenName,
    familyName: after.guardianFamilyName,
    phone: after.guardianPhone,
  };
  return {
    ...(differs('givenName') && { givenName: after.givenName }),
    ...(differs('familyName') && { familyName: after.familyName }),
    ...(differs('birthDate') && { birthDate: after.birthDate || null }),
    ...(differs('phone') && { phone: after.phone || null }),
    ...(differs('street', 'postalCode', 'city', 'country') && { address: orNothing(address) }),
    ...(differs('guardianGivenName', 'guardianFamilyName', 'guardianPhone') && { guardian: orNothing(guardian) }),
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

function trimmed(typed: PersonForm): PersonForm {
  const result = { ...typed };
  for (const name of Object.keys(result) as (keyof PersonForm)[]) result[name] = result[name].trim();
  result.country = result.country.toUpperCase();
  return result;
}
