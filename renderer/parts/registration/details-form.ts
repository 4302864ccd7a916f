import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import type { DocumentKind } from '#shared/domain/document/kinds.ts'
import type { RegistrationField } from '#shared/domain/registration/fields.ts'
import type { BusinessDate } from '#shared/values/index.ts'

export type PersonAsked = OutputOf<'registration.persons'>['persons'][number]
type Input = InputOf<'registration.saveDetails'>

/** What is kept beside the profile. */
const detailFields = [
  'ethnicity',
  'documentSupport',
  'visaKind',
  'visaNumber',
  'visaUntil',
  'entryOn',
  'entryPort',
  'address',
  'postalCode',
  'city',
  'residence',
  'kinship',
] as const
/** What the profile has a field for: asked here where it is missing, changed there. */
const profileFields = [
  'nativeName',
  'familyName',
  'givenName',
  'gender',
  'birthDate',
  'nationality',
  'documentKind',
  'documentNumber',
  'documentCountry',
  'documentExpiresOn',
  'phone',
] as const
type DetailField = (typeof detailFields)[number]
type ProfileField = (typeof profileFields)[number]
export type AskedField = DetailField | ProfileField
export type Values = Record<AskedField, string>

/** What is typed of a guardian has a form of its own. */
export const guardianFields: readonly string[] = [
  'guardianPhone',
  'guardianRelation',
] satisfies RegistrationField[]

/** A document is its kind and number; a name may be missing in either script. */
const together: readonly (readonly ProfileField[])[] = [
  ['documentKind', 'documentNumber', 'documentCountry', 'documentExpiresOn'],
  ['familyName', 'givenName'],
]

/** What the form asks of a person: of the profile what is missing, beside it what the country asks. */
export function fieldsToAsk({ asked, missing, class: of, details }: PersonAsked): AskedField[] {
  const lacks = new Set<string>(missing)
  // Who comes from Hong Kong may be named in either script
  if (lacks.has('nativeName') && of !== 'domestic') lacks.add('familyName')
  if (lacks.has('email')) lacks.add('phone')
  for (const group of together)
    if (group.some((field) => lacks.has(field))) for (const one of group) lacks.add(one)
  return [
    ...profileFields.filter((field) => lacks.has(field)),
    ...detailFields.filter((field) => asked.includes(field) || (details?.[field] ?? '') !== ''),
  ]
}

/** What is on file of it; a document is most often of the kind that such a guest travels on. */
export function valuesOf({ details, class: of }: PersonAsked, country: string): Values {
  const kinds: Record<PersonAsked['class'], DocumentKind> = {
    domestic: country === 'CHN' ? 'resident-id' : 'passport',
    compatriot: 'hk-macau-permit',
    foreign: 'passport',
  }
  return {
    ...(Object.fromEntries(profileFields.map((field) => [field, ''])) as Record<ProfileField, string>),
    ...(Object.fromEntries(detailFields.map((field) => [field, details?.[field] ?? ''])) as Record<
      DetailField,
      string
    >),
    documentKind: kinds[of],
  }
}

/** The command that the form is; the profile is left alone where nothing of it was typed. */
export function inputOf(person: PersonAsked, values: Values): Input {
  const date = (text: string) => (text || null) as BusinessDate | null
  const details = Object.fromEntries(detailFields.map((field) => [field, values[field]])) as Record<
    DetailField,
    string
  >
  const { nativeName, familyName, givenName, gender, nationality, phone } = values
  const document =
    values.documentNumber === ''
      ? null
      : {
          kind: values.documentKind as DocumentKind,
          number: values.documentNumber,
          country: values.documentCountry,
          expiresOn: date(values.documentExpiresOn),
        }
  const told = { nativeName, familyName, givenName, nationality, phone }
  const isTold = document || values.birthDate || gender || Object.values(told).some((text) => text !== '')
  return {
    guestId: person.guestId,
    version: person.detailsVersion,
    ...details,
    visaUntil: date(values.visaUntil),
    entryOn: date(values.entryOn),
    ...(isTold
      ? {
          profile: {
            version: person.guestVersion,
            ...told,
            gender: gender as '' | 'female' | 'male',
            birthDate: date(values.birthDate),
            document,
          },
        }
      : {}),
  }
}

const pathOf: Partial<Record<AskedField, string>> = {
  documentKind: 'profile.document.kind',
  documentNumber: 'profile.document.number',
  documentCountry: 'profile.document.country',
  documentExpiresOn: 'profile.document.expiresOn',
}

/** Where a refusal names the field in the command. */
export function pathOfField(field: AskedField): string {
  const isOfProfile = (profileFields as readonly string[]).includes(field)
  return pathOf[field] ?? (isOfProfile ? `profile.${field}` : field)
}
