/** The forms of the house as data: what is asked, in which order, and what becomes of it. */
import type { CommandName } from '#shared/contract/index.ts'
import type { Key } from '#shared/i18n/index.ts'
import { clockText } from '../request/clock-text.ts'

type FieldKind = 'line' | 'prose' | 'date' | 'time' | 'count' | 'department' | 'booking' | 'room'

export type HouseField = {
  name: string
  label: Key
  kind: FieldKind
  hint?: Key
  /** Only where a thing is new, or only where it is changed. */
  only?: 'new' | 'change'
  /** It must be filled before the act is offered. */
  needed?: boolean
  /** What a new one begins with. */
  start?: string
}

export type HouseForm = { add: CommandName; change: CommandName; fields: readonly HouseField[] }
/** Every field as text, as its draft keeps it. */
export type TypedHouse = Record<string, string>

const booking: HouseField = {
  name: 'bookingId',
  label: 'house.field.booking',
  hint: 'house.field.bookingHint',
  kind: 'booking',
  only: 'new',
}
const note: HouseField = { name: 'note', label: 'house.field.note', kind: 'line' }
const forName: HouseField = { name: 'forName', label: 'house.field.forName', kind: 'line' }
const keptIn: HouseField = { name: 'keptIn', label: 'house.field.keptIn', kind: 'line', needed: true }
const pieces: HouseField = { name: 'pieces', label: 'house.field.pieces', kind: 'count', start: '1' }

export const houseForms = {
  traces: {
    add: 'house.addTrace',
    change: 'house.changeTrace',
    fields: [
      { name: 'text', label: 'house.field.text', kind: 'line', needed: true },
      {
        name: 'department',
        label: 'house.field.department',
        kind: 'department',
        start: 'front-office',
      },
      { name: 'from', label: 'house.field.from', kind: 'date', only: 'new', needed: true, start: 'today' },
      { name: 'to', label: 'house.field.to', kind: 'date', only: 'new' },
      { name: 'dueOn', label: 'house.field.from', kind: 'date', only: 'change', needed: true },
      { name: 'dueTime', label: 'house.field.time', kind: 'time' },
      booking,
    ],
  },
  messages: {
    add: 'house.addMessage',
    change: 'house.changeMessage',
    fields: [
      { ...booking, needed: true },
      { name: 'text', label: 'house.field.text', kind: 'prose', needed: true },
      { name: 'fromName', label: 'house.field.fromName', kind: 'line' },
      { name: 'phone', label: 'house.field.phone', kind: 'line' },
      forName,
    ],
  },
  'wake-calls': {
    add: 'house.addWakeCall',
    change: 'house.changeWakeCall',
    fields: [
      { ...booking, needed: true },
      { name: 'callAt', label: 'house.field.time', kind: 'time', needed: true },
      { name: 'from', label: 'house.field.from', kind: 'date', only: 'new', needed: true, start: 'tomorrow' },
      { name: 'to', label: 'house.field.to', kind: 'date', only: 'new' },
      { name: 'callOn', label: 'house.field.from', kind: 'date', only: 'change', needed: true },
      note,
    ],
  },
  parcels: {
    add: 'house.addParcel',
    change: 'house.changeParcel',
    fields: [
      booking,
      forName,
      { name: 'fromName', label: 'house.field.fromName', kind: 'line' },
      keptIn,
      pieces,
      { name: 'trackingNo', label: 'house.field.trackingNo', kind: 'line' },
      note,
    ],
  },
  found: {
    add: 'house.addFoundItem',
    change: 'house.changeFoundItem',
    fields: [
      { name: 'what', label: 'house.field.what', kind: 'line', needed: true },
      { name: 'roomId', label: 'house.field.room', kind: 'room' },
      { name: 'foundAt', label: 'house.field.foundAt', kind: 'line' },
      { name: 'foundOn', label: 'house.field.foundOn', kind: 'date', start: 'today', needed: true },
      { name: 'finder', label: 'house.field.finder', kind: 'line' },
      keptIn,
      { name: 'followOn', label: 'house.field.followOn', kind: 'date', hint: 'house.field.followHint' },
      booking,
      note,
    ],
  },
  keys: {
    add: 'house.giveKeys',
    change: 'house.changeKeys',
    fields: [
      booking,
      { name: 'keys', label: 'house.field.keys', kind: 'count', start: '1', needed: true },
      { name: 'toName', label: 'house.field.toName', kind: 'line' },
      note,
    ],
  },
  luggage: {
    add: 'house.addLuggage',
    change: 'house.changeLuggage',
    fields: [
      booking,
      forName,
      pieces,
      keptIn,
      { name: 'tagNo', label: 'house.field.tagNo', kind: 'count', hint: 'house.field.tagHint', only: 'new' },
      { name: 'dueOn', label: 'house.field.dueOn', kind: 'date' },
      { name: 'dueTime', label: 'house.field.dueTime', kind: 'time' },
      note,
    ],
  },
} as const satisfies Record<string, HouseForm>
export type HouseThing = keyof typeof houseForms

/** The fields that are asked of a new one, or of one that is changed. */
export function fieldsOf(thing: HouseThing, isNew: boolean): HouseField[] {
  const fields: readonly HouseField[] = houseForms[thing].fields
  return fields.filter(({ only }) => only === undefined || (only === 'new') === isNew)
}

/** What a command receives of what was typed; what is left empty is left to the core, or none. */
export function inputOf(fields: readonly HouseField[], typed: TypedHouse): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, unknown][] => {
      const text = (typed[name] ?? '').trim()
      if (kind === 'line' || kind === 'prose') return [[name, text]]
      if (kind === 'department') return [[name, text]]
      if (text !== '') {
        const isNumber = kind === 'count' || kind === 'booking' || kind === 'room'
        return [[name, isNumber ? Number(text) : kind === 'time' ? clockText(text) : text]]
      }
      // No time, no room, no day when it is fetched; a day or a number that the core knows is left out
      return kind === 'time' || kind === 'room' || name === 'dueOn' ? [[name, null]] : []
    }),
  )
}

/** Refusals and the field that each is about. */
const refusedField: Readonly<Record<string, string>> = {
  TRACE_PAST: 'from',
  TRACE_DATES: 'to',
  WAKE_PAST: 'callAt',
  WAKE_OUTSIDE_STAY: 'from',
  WAKE_DATES: 'to',
  PARCEL_FOR: 'forName',
  LUGGAGE_FOR: 'forName',
  LUGGAGE_PAST: 'dueOn',
  TAG_TAKEN: 'tagNo',
  KEY_FOR: 'toName',
  KEYS_ABOVE: 'keys',
  FOUND_FUTURE: 'foundOn',
  FOUND_BEFORE_STAY: 'foundOn',
  FOLLOW_BEFORE_FOUND: 'followOn',
  FOUND_WHERE: 'foundAt',
  GIVEN_TO_NEEDED: 'givenTo',
  PROOF_NEEDED: 'proof',
  BOOKING_UNKNOWN: 'bookingId',
  BOOKING_ENDED: 'bookingId',
}

/** The field that a refusal's words belong beside, of those that are shown. */
export function fieldOfRefusal(code: string, fields: readonly HouseField[]): string | undefined {
  const wanted = refusedField[code]
  const names = fields.map(({ name }) => name)
  if (wanted === 'from' && !names.includes('from')) return names.find((name) => /^(dueOn|callOn)$/.test(name))
  return wanted !== undefined && names.includes(wanted) ? wanted : undefined
}
