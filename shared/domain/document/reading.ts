/** What is read of a document, and what in it contradicts itself. */
import type { BusinessDate } from '../../values/index.ts'
import type { DocumentKind } from './kinds.ts'

/** Where a document was read from: `zone` has check digits, `card` is the text of a reader, `number` a resident ID alone. */
export type ReadSource = 'zone' | 'card' | 'number'

export type ReadField =
  | 'zone'
  | 'kind'
  | 'number'
  | 'country'
  | 'familyName'
  | 'nativeName'
  | 'birthDate'
  | 'gender'
  | 'nationality'
  | 'expiresOn'
  | 'optional'

export type ReadFaultCode =
  /** The field and its check digit do not fit, and no single slip of a reader explains it. */
  | 'read.check'
  /** They would fit with `likely`: O for 0, I for 1 and the like. */
  | 'read.confusion'
  /** Every field fits by itself, the digit over all does not. */
  | 'read.composite'
  | 'read.unknown'
  | 'read.noName'
  | 'read.noDate'
  /** Two places of one document say two things. */
  | 'read.contradicts'
  /** A number of 15 digits is void since 2013. */
  | 'read.fifteen'
  /** A permit of mainland China: its zone is not published, and the number was taken as it stands, unchecked. */
  | 'read.permit'

export type ReadFault = {
  field: ReadField
  code: ReadFaultCode
  /** What was read, and what it may have been meant as. */
  read: string
  likely: string
}

export type ReadDocument = {
  source: ReadSource
  /** Null for a visa: it is no identity document, but names its bearer. */
  kind: DocumentKind | null
  number: string
  country: string
  familyName: string
  givenName: string
  nativeName: string
  /** The name fills its field: more of it may be printed on the document. */
  nameCut: boolean
  birthDate: BusinessDate | null
  gender: '' | 'male' | 'female'
  nationality: string
  expiresOn: BusinessDate | null
  address: string
  ethnicity: string
  /** National number or whatever the issuer has put there. */
  optional: string
  faults: ReadFault[]
}

export type ReadCode =
  | 'read.empty'
  /** Nothing that is on a document was recognised. */
  | 'read.nothing'
  /** It begins like a zone and is cut short or too long. */
  | 'read.length'
  /** The same twice, or every character twice. */
  | 'read.twice'
  /** The signs of another keyboard layout stand where a zone has its fillers. */
  | 'read.layout'

export const emptyDocument: Omit<ReadDocument, 'source'> = {
  kind: null,
  number: '',
  country: '',
  familyName: '',
  givenName: '',
  nativeName: '',
  nameCut: false,
  birthDate: null,
  gender: '',
  nationality: '',
  expiresOn: null,
  address: '',
  ethnicity: '',
  optional: '',
  faults: [],
}
