import type { HouseThing } from '#renderer/parts/house/fields.ts'
import type { CommandName, OutputOf, QueryName } from '#shared/contract/index.ts'

export const sectionNames = [
  'guests',
  'traces',
  'messages',
  'wake-calls',
  'parcels',
  'found',
  'keys',
  'luggage',
] as const
export type Section = (typeof sectionNames)[number]

export function sectionOf(name: string | undefined): Section {
  return sectionNames.find((one) => one === name) ?? 'guests'
}

const ofKeys = 'keys'

/** What is open of each, by its list. */
export const countOf = {
  traces: 'traces',
  messages: 'messages',
  'wake-calls': 'wakeCalls',
  parcels: 'parcels',
  found: 'foundItems',
  keys: ofKeys,
  luggage: 'luggage',
} as const satisfies Record<HouseThing, keyof OutputOf<'house.counts'>>

/** A button of a row: the action, its word, and what is asked for it. */
export type RowAction = {
  action: string
  word:
    | 'done'
    | 'given'
    | 'answered'
    | 'try'
    | 'no-answer'
    | 'cancel'
    | 'returned'
    | 'sent'
    | 'police'
    | 'discarded'
    | 'back'
    | 'fetched'
    | 'reopen'
  asks?: readonly ('givenTo' | 'proof')[]
}

type Way = {
  list: QueryName
  mark: CommandName
  actions: readonly RowAction[]
  /** Of one of them, or of the whole list. */
  paper?: 'message' | 'luggage' | 'wake-calls'
}
/** Whether a paper has the whole list instead of one row of it. */
export function isOfList(paper: Way['paper']): boolean {
  return paper === 'wake-calls'
}

const received = ['givenTo'] as const
const proven = ['givenTo', 'proof'] as const

/** How each list is read, and what closes a row of it; the first is the usual one. */
export const ways: Record<HouseThing, Way> = {
  traces: { list: 'house.traces', mark: 'house.markTrace', actions: [{ action: 'done', word: 'done' }] },
  messages: {
    list: 'house.messages',
    mark: 'house.markMessage',
    actions: [{ action: 'given', word: 'given' }],
    paper: 'message',
  },
  'wake-calls': {
    list: 'house.wakeCalls',
    mark: 'house.markWakeCall',
    actions: [
      { action: 'done', word: 'answered' },
      { action: 'try', word: 'try' },
      { action: 'no-answer', word: 'no-answer' },
      { action: 'cancel', word: 'cancel' },
    ],
    paper: 'wake-calls',
  },
  parcels: {
    list: 'house.parcels',
    mark: 'house.markParcel',
    actions: [
      { action: 'given', word: 'given', asks: received },
      { action: 'returned', word: 'returned' },
    ],
  },
  found: {
    list: 'house.foundItems',
    mark: 'house.markFoundItem',
    actions: [
      { action: 'given', word: 'given', asks: proven },
      { action: 'sent', word: 'sent', asks: proven },
      { action: 'police', word: 'police', asks: proven },
      { action: 'discarded', word: 'discarded' },
    ],
  },
  keys: { list: 'house.keys', mark: 'house.markKeys', actions: [{ action: 'back', word: 'back' }] },
  luggage: {
    list: 'house.luggage',
    mark: 'house.markLuggage',
    actions: [{ action: 'given', word: 'fetched' }],
    paper: 'luggage',
  },
}
export const reopen: RowAction = { action: 'reopen', word: 'reopen' }

export type Trace = OutputOf<'house.traces'>['rows'][number]
export type Message = OutputOf<'house.messages'>['rows'][number]
export type WakeCall = OutputOf<'house.wakeCalls'>['rows'][number]
export type Parcel = OutputOf<'house.parcels'>['rows'][number]
export type FoundItem = OutputOf<'house.foundItems'>['rows'][number]
export type KeyLog = OutputOf<'house.keys'>['rows'][number]
export type Luggage = OutputOf<'house.luggage'>['rows'][number]
export type HouseRow = Trace | Message | WakeCall | Parcel | FoundItem | KeyLog | Luggage
export type InHouse = OutputOf<'house.guests'>['rows'][number]
