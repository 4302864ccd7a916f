import type { Image } from '#shared/domain/change/change.ts'
import type { Parts } from '#shared/domain/change/history.ts'
import { type BusinessDate, nightsBetween } from '#shared/values/index.ts'

type Value = string | number | null

/** A question mark: null where there is none. */
type ColumnType = 'text' | 'text?' | 'integer' | 'integer?'

/** A table of versions: what of an image it keeps, and under which columns. */
export type VersionTable = {
  name: string
  /** The column with the id of the thing. */
  id: string
  /** The column of the part's key, where a thing has several rows at a time. `first`: rows lie in its order. */
  key?: { column: string; type: ColumnType; first?: true }
  columns: Readonly<Record<string, ColumnType>>
  /** By key, in the order of the columns; '' is the key of the only part. */
  partsOf: (image: Image) => Parts
}

/** What each version has beside its own columns: the change that began it and the one that ended it. */
const span = { from_seq: 'integer', to_seq: 'integer' } as const

/** All columns of a version table in the order in which rows are written. */
export function columnsOf({ id, key, columns }: VersionTable): Readonly<Record<string, ColumnType>> {
  return { [id]: 'integer', ...(key ? { [key.column]: key.type } : {}), ...span, ...columns }
}

export function createVersionTable(table: VersionTable): string {
  const { name, id, key } = table
  const columns = Object.entries(columnsOf(table)).map(([column, type]) =>
    type.endsWith('?') ? `${column} ${type.slice(0, -1)}` : `${column} ${type} not null`,
  )
  const keys = key ? (key.first ? [key.column, id] : [id, key.column]) : [id]
  return `create table ${name} (
    ${columns.join(', ')},
    primary key (${keys.join(', ')}, from_seq)
  ) strict, without rowid`
}

/** Whether parts can be rows of their table: an image that somebody wrote into the log may have anything in a field. */
export function fitsTable({ columns, key }: VersionTable, parts: Parts): boolean {
  const types = Object.values(columns)
  for (const [part, values] of parts) {
    if (key?.type === 'integer' && !Number.isSafeInteger(Number(part))) return false
    if (!values.every((value, index) => fits(types[index] as ColumnType, value))) return false
  }
  return true
}

function fits(type: ColumnType, value: Value): boolean {
  if (value === null) return type.endsWith('?')
  return type.startsWith('text') ? typeof value === 'string' : Number.isSafeInteger(value)
}

/** What is versioned of one kind of thing, and how much of its images the log has to give. */
export type VersionedKind = {
  entity: 'guest' | 'rate-plan' | 'room' | 'membership' | 'request' | 'booking'
  tables: readonly VersionTable[]
}

const only = (...values: readonly unknown[]): Parts => new Map([['', values.map(asValue)]])

function asValue(value: unknown): Value {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null || value === undefined) return null
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
}

/** The parts of a collection of an image by their keys. */
function each(collection: unknown, valuesOf: (part: Record<string, unknown>) => readonly unknown[]): Parts {
  const parts = Object.entries((collection ?? {}) as Record<string, Record<string, unknown>>)
  return new Map(parts.map(([key, part]) => [key, valuesOf(part).map(asValue)]))
}

/** Both fields are personal: where they were erased, neither is there. */
const guestVersions: VersionTable = {
  name: 'guest_versions',
  id: 'guest_id',
  columns: {
    country: 'text',
    unnamed: 'integer',
  },
  partsOf: ({ nationality, unnamed }) => only(nationality ?? '', unnamed ?? false),
}

const preferenceVersions: VersionTable = {
  name: 'preference_versions',
  id: 'guest_id',
  key: { column: 'preference_id', type: 'integer' },
  columns: {
    category: 'text',
    value: 'text',
    source: 'text',
    noted_on: 'text',
  },
  partsOf: ({ preferences }) => each(preferences, (one) => [one.group, one.value, one.source, one.notedOn]),
}

const bookingVersions: VersionTable = {
  name: 'booking_versions',
  id: 'booking_id',
  columns: {
    status: 'text',
    arrival: 'text',
    departure: 'text',
    guest_id: 'integer',
    agency_id: 'integer?',
    company_id: 'integer?',
    room_type_id: 'integer',
    charged_room_type_id: 'integer',
    rate_plan_id: 'integer?',
    adults: 'integer',
    children: 'integer',
    infants: 'integer',
    meal: 'text',
    segment: 'text',
    channel: 'text',
    guarantee: 'text',
    created_on: 'text',
    cancelled_on: 'text?',
    nights: 'integer',
    total_minor: 'integer',
    last_room_id: 'integer?',
    lead_days: 'integer',
  },
  partsOf: (image) => {
    let count = 0
    let total = 0
    let last = ''
    const nights = image.nights as Record<string, { roomId: number | null; rateMinor: number }>
    for (const [night, { rateMinor }] of Object.entries(nights)) {
      count += 1
      total += rateMinor
      if (night > last) last = night
    }
    return only(
      image.status,
      image.arrival,
      image.departure,
      image.guestId,
      image.agencyId,
      image.companyId,
      image.roomTypeId,
      image.chargedRoomTypeId,
      image.ratePlanId,
      image.adults,
      image.children,
      image.infants,
      image.meal,
      image.segment,
      image.channel,
      image.guarantee,
      image.createdOn,
      image.cancelledOn,
      count,
      total,
      nights[last]?.roomId,
      nightsBetween(image.createdOn as BusinessDate, image.arrival as BusinessDate),
    )
  },
}

const nightVersions: VersionTable = {
  name: 'night_versions',
  id: 'booking_id',
  key: { column: 'night', type: 'text', first: true },
  columns: {
    room_type_id: 'integer',
    room_id: 'integer?',
    rate_minor: 'integer',
  },
  partsOf: ({ nights }) => each(nights, (night) => [night.roomTypeId, night.roomId, night.rateMinor]),
}

const requestVersions: VersionTable = {
  name: 'request_versions',
  id: 'request_id',
  columns: {
    booking_id: 'integer',
    kind: 'text',
    department: 'text',
    due_on: 'text',
    due_time: 'text?',
    status: 'text',
    from_preference: 'integer',
    created_at: 'text',
    created_by: 'text',
    status_at: 'text',
    status_by: 'text',
  },
  partsOf: (image) =>
    only(
      image.bookingId,
      image.kind,
      image.department,
      image.dueOn,
      image.dueTime,
      image.status,
      image.fromPreference,
      image.createdAt,
      image.createdBy,
      image.statusAt,
      image.statusBy,
    ),
}

const membershipVersions: VersionTable = {
  name: 'membership_versions',
  id: 'membership_id',
  columns: {
    guest_id: 'integer',
    programme_id: 'integer',
    tier: 'text',
    tier_since: 'text',
    overridden: 'integer',
    joined_on: 'text',
  },
  partsOf: (image) =>
    only(image.guestId, image.programmeId, image.tier, image.tierSince, image.overridden, image.joinedOn),
}

/** Why a tier was given is a person's text: where it was erased, so is the history, and the tier that was held is all of it. */
const tierVersions: VersionTable = {
  name: 'tier_versions',
  id: 'membership_id',
  key: { column: 'position', type: 'integer' },
  columns: {
    tier: 'text',
    since: 'text',
  },
  partsOf: ({ tiers, tier, tierSince }) =>
    each(tiers ?? { 1: { tier, since: tierSince } }, (held) => [held.tier, held.since]),
}

const roomVersions: VersionTable = {
  name: 'room_versions',
  id: 'room_id',
  columns: {
    number: 'text',
    room_type_id: 'integer',
    floor: 'integer',
    features: 'text',
    out_of_service: 'integer',
    active: 'integer',
  },
  partsOf: (image) =>
    only(image.number, image.roomTypeId, image.floor, image.features ?? [], image.outOfService, image.active),
}

const ratePlanVersions: VersionTable = {
  name: 'rate_plan_versions',
  id: 'rate_plan_id',
  columns: {
    code: 'text',
    kind: 'text',
    meal: 'text',
    qualifies: 'integer',
    active: 'integer',
  },
  partsOf: (image) => only(image.code, image.kind, image.meal, image.qualifies, image.active),
}

/** The kinds in the order in which they are filled: bookings last, because their nights name guests and plans. */
export const versionedKinds: readonly VersionedKind[] = [
  { entity: 'rate-plan', tables: [ratePlanVersions] },
  { entity: 'room', tables: [roomVersions] },
  { entity: 'guest', tables: [guestVersions, preferenceVersions] },
  { entity: 'membership', tables: [membershipVersions, tierVersions] },
  { entity: 'request', tables: [requestVersions] },
  { entity: 'booking', tables: [bookingVersions, nightVersions] },
]

type History = readonly { parts: readonly Parts[] }[]

const guestColumn = Object.keys(bookingVersions.columns).indexOf('guest_id')

/** The guests that a booking was of, ever. */
export function guestsOf(history: History): Set<number> {
  return new Set(
    history.flatMap(({ parts }) => [...(parts[0]?.values() ?? [])].map((row) => row[guestColumn] as number)),
  )
}

/** The nights that a booking had, ever. */
export function nightsOf(history: History): Set<string> {
  return new Set(history.flatMap(({ parts }) => [...(parts[1]?.keys() ?? [])]))
}

const fieldOf = ({ columns }: VersionTable, column: string) => {
  const at = Object.keys(columns).indexOf(column)
  return (row: readonly unknown[] | undefined) => row?.[at]
}

/** A guest's country, and whether a plan's nights are sold, in a row of their versions. */
export const countryOf = fieldOf(guestVersions, 'country')
export const planKindOf = fieldOf(ratePlanVersions, 'kind')
