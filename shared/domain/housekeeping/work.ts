/** What is to be done in a room today, and what it counts. */
import type { BusinessDate } from '../../values/index.ts'
import type { Housekeeping } from '../room/room.ts'
import { isLinenDue } from './rules.ts'
import type { HousekeepingSettings } from './settings.ts'

/** Who a room has on the business date; due out: somebody is in it who leaves. */
export const roomUses = ['vacant', 'due-in', 'occupied', 'due-out'] as const
export type RoomUse = (typeof roomUses)[number]

export const works = ['departure', 'stay-over', 'pickup'] as const
export type Work = (typeof works)[number]

/** How a visit to a room ended. `later`: the guest asked for another time. */
export const outcomes = ['done', 'do-not-disturb', 'refused', 'later'] as const
export type Outcome = (typeof outcomes)[number]

/** What a sheet counts; what a hotel washes. */
export const linenKinds = [
  'sheet',
  'duvet-cover',
  'pillowcase',
  'bath-towel',
  'hand-towel',
  'bath-mat',
] as const
export type LinenKind = (typeof linenKinds)[number]
export type LinenCounts = Partial<Record<LinenKind, number>>

type Stay = { arrival: BusinessDate; departure: BusinessDate }
export type RoomToday = {
  state: Housekeeping
  /** Who is in it. */
  stay: Stay | null
  dueIn: boolean
  closed: boolean
}
export type TodaysWork = { work: Work; linen: boolean; credits: number }

export function roomUse({ stay, dueIn }: Pick<RoomToday, 'stay' | 'dueIn'>, date: BusinessDate): RoomUse {
  if (stay) return stay.departure <= date ? 'due-out' : 'occupied'
  return dueIn ? 'due-in' : 'vacant'
}

/** What a room asks for today; null where nothing is to be done in it. A room that somebody leaves is cleaned whole, whatever it is in now. */
export function workOf(
  room: RoomToday,
  date: BusinessDate,
  settings: HousekeepingSettings,
): TodaysWork | null {
  if (room.closed) return null
  const use = roomUse(room, date)
  if (use === 'due-out') return { work: 'departure', linen: true, credits: settings.departureCredits }
  if (room.state === 'clean' || room.state === 'inspected') return null
  if (room.state === 'pickup') return { work: 'pickup', linen: false, credits: settings.pickupCredits }
  if (use !== 'occupied' || !room.stay)
    return { work: 'departure', linen: true, credits: settings.departureCredits }
  const linen = isLinenDue(room.stay, date, settings.linenEvery)
  return {
    work: 'stay-over',
    linen,
    credits: settings.stayOverCredits + (linen ? settings.linenCredits : 0),
  }
}
