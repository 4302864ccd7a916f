/** What a document says beside what is on file of a guest, field by field: the clerk with both in sight decides. */
import type { BusinessDate } from '../../values/index.ts'
import { contradictions, isSameDocument } from '../document/document.ts'
import type { ReadDocument } from '../document/reading.ts'
import type { GuestImage } from '../guest/image.ts'
import { hasHan, latinName } from '../name/name.ts'
import type { RegistrantImage } from './registration.ts'

export const comparedFields = [
  'nativeName',
  'latinName',
  'birthDate',
  'gender',
  'nationality',
  'number',
  'expiresOn',
  'ethnicity',
  'address',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** What is taken over from a document where the clerk says so; its number and until when it is valid are the document itself. */
export const takenFields = [
  'nativeName',
  'latinName',
  'birthDate',
  'gender',
  'nationality',
  'ethnicity',
  'address',
] as const satisfies readonly ComparedField[]
export type TakenField = (typeof takenFields)[number]

/** `new`: the document says it and nothing is on file; `missing`: the other way round; `expired`: of the document itself. */
export type ComparedState = 'same' | 'differs' | 'new' | 'missing' | 'expired'
export type ComparedLine = { field: ComparedField; document: string; onFile: string; state: ComparedState }

/** What a card says that is kept beside the profile. */
export const detailsRead = ['ethnicity', 'address'] as const
export type DetailRead = (typeof detailsRead)[number]

/**
 * Side by side, in the order of a card; a field that neither has is left out, and so is one of `details` that this document
 * does not have: a passport says nothing of an address.
 */
export function compareDocument(
  read: ReadDocument,
  guest: GuestImage,
  details: Pick<RegistrantImage, DetailRead> | null,
  on: BusinessDate,
): ComparedLine[] {
  const warnings = new Map(
    contradictions({ ...read, expiresOn: read.expiresOn }, guest, on).map(({ code, params }) => [
      code === 'document.nameDiffers' ? `${code}:${hasHan(params.document ?? '')}` : code,
      params,
    ]),
  )
  const kept = Object.values(guest.documents).find(
    (one) =>
      read.kind !== null &&
      isSameDocument(one, { kind: read.kind, number: read.number, country: read.country }),
  )
  const ofKind = Object.values(guest.documents).find(({ kind }) => kind === read.kind)
  const written = [read.familyName, read.givenName].filter((part) => part !== '').join(' ')
  const line = (field: ComparedField, document: string, onFile: string, wrong = false): ComparedLine[] => {
    if (document === '' && onFile === '') return []
    const state = wrong ? 'differs' : document === '' ? 'missing' : onFile === '' ? 'new' : 'same'
    return [{ field, document, onFile, state }]
  }
  const expiry = line('expiresOn', read.expiresOn ?? '', kept?.expiresOn ?? '').map((one) => ({
    ...one,
    state: warnings.has('document.expired')
      ? ('expired' as const)
      : one.state === 'same' && one.document !== one.onFile
        ? ('differs' as const)
        : one.state,
  }))
  return [
    ...line('nativeName', read.nativeName, guest.nativeName, warnings.has('document.nameDiffers:true')),
    ...line('latinName', written, latinName(guest), warnings.has('document.nameDiffers:false')),
    ...line(
      'birthDate',
      read.birthDate ?? '',
      guest.birthDate ?? '',
      warnings.has('document.birthDateDiffers'),
    ),
    ...line('gender', read.gender, guest.gender, warnings.has('document.genderDiffers')),
    ...line('nationality', read.nationality, guest.nationality, warnings.has('document.nationalityDiffers')),
    ...line('number', read.number, kept?.number ?? ofKind?.number ?? '', !kept && ofKind !== undefined),
    ...expiry,
    ...detailsRead.flatMap((field) => {
      const onFile = details?.[field] ?? ''
      return read[field] === ''
        ? []
        : line(field, read[field], onFile, onFile !== '' && onFile !== read[field])
    }),
  ]
}
