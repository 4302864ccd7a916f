/** Who a day is about, and what of it a desk looks for: each view is one question that a row answers with yes or no. */
import type { BusinessDate } from '../../values/index.ts'
import { endOfHold, type HotelClock, isPastHold } from '../booking/hold.ts'
import { isReady } from '../housekeeping/rules.ts'
import type { HousekeepingSettings } from '../housekeeping/settings.ts'
import type { Housekeeping } from '../room/room.ts'

export const peopleViews = [
  'due-in',
  'arrived',
  'in-house',
  'due-out',
  'moves',
  'departed',
  'walk-ins',
  'no-shows',
  'marked-no-shows',
  'queue',
  'rooms-not-ready',
  'alerts',
  'birthdays',
  'anniversaries',
  'vips',
] as const
export type PeopleView = (typeof peopleViews)[number]

/** Somebody of a booking of the day, its guest or who stays along, with what the views ask. */
export type DayPerson = {
  status: string
  arrival: BusinessDate
  departure: BusinessDate
  channel: string
  guarantee: string
  /** HH:MM until which the room is held without a guarantee; null: whatever comes. */
  holdUntil: string | null
  arrivedAt: string | null
  checkedInOn: string | null
  checkedOutOn: string | null
  /** The number of the room that the night is of, where the guest is in another; null else. */
  movesTo: string | null
  /** The state of the room of the night; null without a room. */
  housekeeping: Housekeeping | null
  /** Somebody else is in that room still. */
  isRoomTaken: boolean
  staysAlong: boolean
  alerts: number
  isVip: boolean
  birthDate: string | null
  joinedOn: string | null
}

export type Day = { date: BusinessDate; clock: HotelClock } & Pick<HousekeepingSettings, 'inspectionNeeded'>

const isDueIn = ({ status }: DayPerson) => status === 'confirmed'
const isHere = ({ status }: DayPerson) => status === 'in-house'
const isOfToday = (person: DayPerson) => isDueIn(person) || isHere(person)

/** Everybody in the room is in these; the others are about bookings, and have the guest of each alone. */
const viewsOfPersons: readonly PeopleView[] = ['alerts', 'birthdays', 'anniversaries', 'vips']

const answers: Readonly<Record<PeopleView, (person: DayPerson, day: Day) => boolean>> = {
  'due-in': isDueIn,
  arrived: ({ checkedInOn }, { date }) => checkedInOn === date,
  'in-house': isHere,
  'due-out': (person, { date }) => isHere(person) && person.departure <= date,
  // Planned for today and not done: the night is of another room than the guest is in
  moves: (person) => isHere(person) && person.movesTo !== null,
  departed: ({ checkedOutOn }, { date }) => checkedOutOn === date,
  'walk-ins': ({ channel, checkedInOn }, { date }) => channel === 'walk-in' && checkedInOn === date,
  // Due the day before, or held no longer: nobody is turned away for it, the desk calls them
  'no-shows': (person, { date, clock }) =>
    isDueIn(person) &&
    person.arrivedAt === null &&
    (person.arrival < date || isPastHold(person, date, clock)),
  // They may come after all, while a night is left
  'marked-no-shows': ({ status, arrival, departure }, { date }) =>
    status === 'no-show' && (arrival >= date || departure > date),
  queue: (person) => isDueIn(person) && person.arrivedAt !== null,
  'rooms-not-ready': (person, day) =>
    isDueIn(person) &&
    person.housekeeping !== null &&
    (person.isRoomTaken || !isReady(person.housekeeping, day)),
  alerts: (person) => isOfToday(person) && person.alerts > 0,
  birthdays: (person, { date }) => isOfToday(person) && isAnniversary(person.birthDate, date),
  anniversaries: (person, { date }) => isOfToday(person) && isAnniversary(person.joinedOn, date),
  vips: (person) => isOfToday(person) && person.isVip,
}

/** Whether a row is in a view. */
export function isInView(view: PeopleView, person: DayPerson, day: Day): boolean {
  if (person.staysAlong && !viewsOfPersons.includes(view)) return false
  return answers[view](person, day)
}

/** How many rows each view has. */
export function countPeople(people: readonly DayPerson[], day: Day): Record<PeopleView, number> {
  const count = (view: PeopleView) => people.filter((person) => isInView(view, person, day)).length
  return Object.fromEntries(peopleViews.map((view) => [view, count(view)])) as Record<PeopleView, number>
}

/** The minutes on the hotel's clock at which somebody is expected no longer, each once. Nothing else of a day turns by the clock. */
export function turnsOfPeople(people: readonly DayPerson[], { date, clock }: Day): HotelClock[] {
  const turns = new Map<string, HotelClock>()
  for (const person of people) {
    const turn = person.arrivedAt === null && !person.staysAlong ? endOfHold(person, date, clock) : null
    if (turn) turns.set(`${turn.date} ${turn.time}`, turn)
  }
  return [...turns.values()]
}

/** The same day of a later year; who was born on 29 February is congratulated on the 28th where there is none. */
export function isAnniversary(began: string | null, date: string): boolean {
  if (began === null || began.slice(0, 4) >= date.slice(0, 4)) return false
  const day = began.slice(5)
  if (day !== '02-29') return day === date.slice(5)
  const year = Number(date.slice(0, 4))
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return date.slice(5) === (isLeap ? '02-29' : '02-28')
}
