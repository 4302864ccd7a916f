/** What the authorities of a country may ask of a guest who stays, and what is written of one registration. */

/** Facts about a person and the stay, in the order in which a form has them. Every one is kept as text. */
export const registrationFields = [
  'nativeName',
  'familyName',
  'givenName',
  'gender',
  'birthDate',
  'nationality',
  'ethnicity',
  'documentKind',
  'documentNumber',
  'documentSupport',
  'documentCountry',
  'documentExpiresOn',
  'visaKind',
  'visaNumber',
  'visaUntil',
  'entryOn',
  'entryPort',
  'address',
  'postalCode',
  'city',
  'residence',
  'phone',
  'email',
  'kinship',
  'guardianName',
  'guardianPhone',
  'guardianRelation',
  'travellers',
  'arrival',
  'departure',
] as const
export type RegistrationField = (typeof registrationFields)[number]

/** What is known of one person for the authorities; what is not known is absent. */
export type RegistrationData = Partial<Record<RegistrationField, string>>

export const registrationEvents = ['arrival', 'move', 'departure'] as const
export type RegistrationEvent = (typeof registrationEvents)[number]

/** `changed`: it was sent, and what was sent is no longer so. */
export const registrationStates = ['to-send', 'sent', 'failed', 'changed'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** What a list or a file of a country may have as a column: the fields, and what the row itself says. */
export const registrationColumns = [
  'no',
  'event',
  'at',
  'room',
  'confirmationNo',
  'name',
  ...registrationFields,
  'state',
  'stateAt',
  'by',
] as const
export type RegistrationColumn = (typeof registrationColumns)[number]

/** Names are written in whole: either part may be missing, both may not. */
export function fullNameOf({ nativeName = '', familyName = '', givenName = '' }: RegistrationData): string {
  return nativeName || [familyName, givenName].filter((part) => part !== '').join(' ')
}

/** The fields in which two registrations of one person differ, in the order of a form. */
export function differingFields(a: RegistrationData, b: RegistrationData): RegistrationField[] {
  return registrationFields.filter((field) => (a[field] ?? '') !== (b[field] ?? ''))
}
