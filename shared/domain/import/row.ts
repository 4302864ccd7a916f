/**
 * What any row of an imported file becomes, from any file: a booking with its guest, or a rejection.
 * Every row is in exactly one of imported, rejected and filtered out; what is kept though it looks odd gets a note.
 */
import type { BusinessDate } from '../../values/index.ts'
import type { BookingStatus } from '../booking/booking.ts'
import type { DocumentKind } from '../document/kinds.ts'

export type ImportedStatus = BookingStatus

/** Rules that read files: those of one known data set, and `generic`, which takes a mapping. */
export const importProfiles = ['hotel-booking-demand', 'generic'] as const
export type ImportProfile = (typeof importProfiles)[number]

/** How dates are written in a file. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

/** How amounts write their decimals. */
export const decimalSigns = ['point', 'comma'] as const
export type DecimalSign = (typeof decimalSigns)[number]

/**
 * What a finding says of its row: it was left out, or imported with a note; or, where an earlier import of the same system
 * is compared, that its booking is new, changed or the same. `gone` is of a booking that has no row any more.
 */
export const findingKinds = ['rejected', 'noted', 'new', 'changed', 'same', 'gone'] as const
export type FindingKind = (typeof findingKinds)[number]

/** What a column of a file can be: the fields of a booking with its guest. */
export const importFields = [
  'confirmationNo',
  'nativeName',
  'familyName',
  'givenName',
  'phone',
  'email',
  'nationality',
  'language',
  'gender',
  'birthDate',
  'residentId',
  'passportNo',
  'documentType',
  'documentNo',
  'booker',
  'bookerPhone',
  'bookerEmail',
  'arrival',
  'departure',
  'nights',
  'rooms',
  'cancelledRooms',
  'roomNights',
  'roomType',
  'chargedRoomType',
  'room',
  'ratePlan',
  'rate',
  'total',
  'currency',
  'adults',
  'children',
  'infants',
  'meal',
  'segment',
  'channel',
  'agency',
  'company',
  'status',
  'createdOn',
  'cancelledOn',
  'note',
  'tag',
  'membershipNo',
  'membershipTier',
] as const
export type ImportField = (typeof importFields)[number]

/** Fields of the stay itself: what of them can't be read keeps the row out. Those beside it never do. */
export const stayFields: ReadonlySet<ImportField> = new Set([
  'arrival',
  'departure',
  'nights',
  'rooms',
  'cancelledRooms',
  'roomNights',
  'roomType',
  'chargedRoomType',
  'rate',
  'total',
  'currency',
  'adults',
  'children',
  'infants',
  'status',
])

/** Why a row is left out. Words for each are in the import catalogue under `reason`. */
export const rejections = [
  'cellCount',
  'cardNumber',
  'arrivalMissing',
  'dateForm',
  'dateImpossible',
  'dateWeekday',
  'dateZone',
  'dateYear',
  'dateAmbiguous',
  'departureMissing',
  'departureBeforeArrival',
  'stayTooLong',
  'numberForm',
  'personsTooMany',
  'personsDiffer',
  'rateForm',
  'rateNegative',
  'roomTypeMissing',
  'statusUnknown',
  'statusImpossible',
  'valueUnknown',
  'text',
  'roomTaken',
  'confirmationOnFile',
  'cellError',
  'cellFormula',
  'totalShared',
  'mergedOnly',
  'rateAmbiguous',
  'currencyDiffers',
  'roomsNone',
  'roomsTooMany',
  'roomsCancelled',
  'roomsAmbiguous',
] as const
export type Rejection = (typeof rejections)[number]

/**
 * What is kept but worth knowing. A fault of a field beside the stay is noted under the reason that rejects a row where it
 * is the stay's own. Words for each are in the import catalogue under `reason`.
 */
export const notes = [
  'duplicateRow',
  'confirmationTwice',
  'confirmationOther',
  'keptByDesk',
  'keptInHouse',
  'roomDropped',
  'zeroNights',
  'noPersons',
  'noAdults',
  'personsOutlier',
  'childrenMissing',
  'rateZero',
  'rateOutlier',
  'rateRounded',
  'rateMissing',
  'totalDiffers',
  'rateForm',
  'rateNegative',
  'rateAmbiguous',
  'countryCorrected',
  'countryUnknown',
  'flagContradicts',
  'statusDateDiffers',
  'cancelledAfterArrival',
  'createdAfterArrival',
  'statusStale',
  'valueKept',
  'roomUnknown',
  'documentOfOther',
  'numberRounded',
  'cellsMerged',
  'rowHidden',
  'membershipOfOther',
  'phoneOfOther',
  'numberPlaceholder',
  'numberShared',
  'columnNoKey',
  'dateOrderFits',
  'dateOrderMixed',
  'phone',
  'phoneMasked',
  'phoneExtension',
  'email',
  'emailMasked',
  'residentId',
  'passportNo',
  'birthDate',
  'dateForm',
  'dateImpossible',
  'dateWeekday',
  'dateZone',
  'dateYear',
  'dateAmbiguous',
  'text',
  'textLong',
  'controlStripped',
  'signsDropped',
  'namesMore',
  'cellError',
  'cellFormula',
  'partyOfRow',
  'nightsDiffer',
  'columnUnread',
  'documentUnread',
  'overbooked',
] as const
export type Note = (typeof notes)[number]

/** What is wrong or odd in a row: the field (a column's heading) and its value. */
export type RowFinding<R extends string = string> = { reason: R; field: string; value: string }
/** A fault keeps its row out. */
export type Fault = RowFinding<Rejection>

/** Adds a fault once: a cell that two rules read has it in one place. */
export function addFault(faults: Fault[], fault: Fault): void {
  const known = faults.some(({ reason, field }) => reason === fault.reason && field === fault.field)
  if (!known) faults.push(fault)
}

/** A guest as a row names one; every field may be empty, and an unnamed guest stays unnamed. */
export type ImportedGuest = {
  nativeName: string
  familyName: string
  givenName: string
  /** E.164. */
  phone: string
  furtherPhones: readonly string[]
  /** An agency's or a reception's: it stands beside many names and tells nobody apart. */
  phoneShared: boolean
  email: string
  agencyMasked: boolean
  furtherEmails: readonly string[]
  /** Alpha-3 or empty. */
  nationality: string
  language: string
  gender: '' | 'female' | 'male' | 'other'
  birthDate: BusinessDate | null
  residentId: string
  passportNo: string
  /** A document that is neither. */
  permit: { kind: DocumentKind; number: string } | null
  membershipNo: string
  tag: string
}

export const unnamedGuest: ImportedGuest = {
  nativeName: '',
  familyName: '',
  givenName: '',
  phone: '',
  furtherPhones: [],
  phoneShared: false,
  email: '',
  agencyMasked: false,
  furtherEmails: [],
  nationality: '',
  language: '',
  gender: '',
  birthDate: null,
  residentId: '',
  passportNo: '',
  permit: null,
  membershipNo: '',
  tag: '',
}

export type ImportedBooking = {
  status: ImportedStatus
  arrival: BusinessDate
  departure: BusinessDate
  /** Minor units, one for each night. */
  rates: number[]
  /** Codes as the source writes them. Slept in, booked and charged may differ. */
  roomType: string
  bookedRoomType: string
  chargedRoomType: string
  room: string
  ratePlan: string
  adults: number
  children: number
  infants: number
  meal: string
  segment: string
  channel: string
  guarantee: string
  agency: string
  company: string
  createdOn: BusinessDate
  cancelledOn: BusinessDate | null
  comment: string
  /** The source's own counts and words, kept as facts of the source and shown as such. */
  source: Record<string, string | number | null>
  guest: ImportedGuest
  /** Who booked, where the source names somebody else than the guest. */
  booker: ImportedGuest | null
}

/**
 * `status` is what the row says, also where it is rejected; null where it can't be read. A rejected row has every fault
 * that its cells have, at least one: who corrects a file wants to do it once.
 */
export type RowAnswer =
  | {
      status: ImportedStatus | null
      booking: ImportedBooking
      /** The other rooms of the row: one party with the first. */
      party?: readonly ImportedBooking[]
      notes: RowFinding<Note>[]
    }
  | { status: ImportedStatus | null; rejected: Fault[] }

/** What a spreadsheet says of a row's cells beside their text, by their column from 0. */
export type RowMarks = {
  /** Numbers of more digits than a spreadsheet keeps, so that the last ones may be wrong. */
  rounded?: ReadonlySet<number>
  /** Cells merged over several rows, with the lines of the first and the last. */
  shared?: ReadonlyMap<number, { first: number; last: number }>
}

/** Reads one row's cells; made once for a file, when its headings are known. */
export type RowRule = (cells: readonly string[], marks?: RowMarks) => RowAnswer

/**
 * Headings as they are used: trimmed, each once (`Note`, `Note (2)`), and a name for those without one (`#7`),
 * so that a mapping and a finding can name every column.
 */
export function uniqueHeadings(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, 180) || `#${index + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** The same filter written in one way: `hotel = City Hotel` is `hotel=City Hotel`. What is no filter stays as it is. */
export function plainWhere(text: string): string {
  const filter = parseWhere(text)
  return filter ? `${filter.column.replace(/\s+/g, ' ')}=${filter.value}` : text
}

/** The row filter `column=value`, as a person types it; null when it has another form. */
export function parseWhere(text: string): { column: string; value: string } | null {
  const at = text.indexOf('=')
  const column = text.slice(0, at).trim()
  return at > 0 && column !== '' ? { column, value: text.slice(at + 1).trim() } : null
}
