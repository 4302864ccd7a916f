/** What everything in a demo hotel that is being created is based on. Days are day numbers. */

import type { DemoWords } from '#core/demo/data/words.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import type { Agenda } from './agenda.ts'
import type { Calendar } from './calendar.ts'
import type { Diary, When } from './diary.ts'
import type { Closes, Minors, Registrar, Rounds, Services } from './hands.ts'
import type { House } from './house.ts'
import type { Leaving } from './leaving.ts'
import type { Members } from './members.ts'
import type { Money } from './money/course.ts'
import type { Offers } from './offers.ts'
import type { Population } from './population.ts'
import type { RoomStates } from './room-states.ts'
import type { OwnDates, Stay } from './stay.ts'
import type { Wishes } from './wishes.ts'

export type World = {
  seed: number
  bulk: Bulk
  house: House
  calendar: Calendar
  agenda: Agenda
  diary: Diary
  words: DemoWords
  wishes: Wishes
  members: Members
  population: Population
  leaving: Leaving
  offers: Offers
  /** Guests who wish to be left out of what the program computes. */
  excluded: Set<GuestId>
  /** Bookings of which something may still change. */
  open: Map<number, Stay>
  /** The booking that is in a room, by the room's place in the house. */
  occupied: Map<number, number>
  /** Bookings of some hours whose guests stayed so much longer that they paid for it. */
  overtime: BookingId[]
  /** Who stays along for a part of the nights, as it was told. */
  ownDates: OwnDates[]
  /** The business date, and how much of it has passed. */
  today: When
  /** The last day anybody may arrive. */
  lastArrival: number
  /** The day's price against the mean. */
  priceOn: (day: number) => number
  takeover: When
  money: Money
  services: Services
  rounds: Rounds
  states: RoomStates
  closes: Closes
  registrar: Registrar
  minors: Minors
}
