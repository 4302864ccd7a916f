/**
 * What the manager of a demo hotel plans and agrees: the budget of last year and of this one, the figures of the hotels around
 * as they come in each month, and what agencies are paid.
 */
import { demandOn } from '#core/demo/data/demand.ts'
import { randomOf } from '#core/demo/data/random.ts'
import type { Writer } from '#db/handles.ts'
import { saveBudget } from '#db/repositories/report/budgets.ts'
import { saveCommission } from '#db/repositories/report/commissions.ts'
import { saveCompSet } from '#db/repositories/report/comp-sets.ts'
import { difference } from '#shared/domain/change/change.ts'
import { type BudgetCell, type BudgetImage, budgetImage, months } from '#shared/domain/report/budget.ts'
import { monthSpan } from '#shared/domain/report/budget-days.ts'
import type { CommissionImage } from '#shared/domain/report/commission.ts'
import type { CompSetImage, SetFigures } from '#shared/domain/report/comp-set.ts'
import { type AccountId, toDayNumber, yearOf } from '#shared/values/index.ts'
import type { When } from './diary.ts'
import type { World } from './world.ts'

const PLAN = 97
const HOUR = 3600

/** What is true of the plan: more nights than the last months had, in thousandths; rooms of the set for each of the own; what agencies get. */
export const planTruth = { moreNights: 40, setRooms: 4.2, online: [1500, 1800], agencies: 1000 } as const

/** Of the price of the day, what the mix of plans comes to. */
const PAID = 0.86
/** The set's occupancy on a day of mean demand, and its price against the own. */
const SET_OCCUPANCY = 0.62
const SET_PRICE = 0.97
/** Days that a budget is made from. */
const LOOKED_BACK = 120
/** No house is planned fuller. */
const MOST_FULL = 0.97
/** Revenue is planned in such steps of minor units. */
const ROUND = 10_000

export type Plan = {
  /** Writes the rows of what was planned and agreed. */
  finish: (tx: Writer) => Promise<void>
}

/** Puts down when each is written; what would be before the log began is written in its first days. */
export function planYears(world: World): Plan {
  const { agenda, diary, takeover, today } = world
  const budgets = new Map<number, BudgetImage>()
  const sets = new Map<number, CompSetImage>()
  const paid = new Map<AccountId, CommissionImage>()

  function write<I extends object>(
    when: When,
    operation: string,
    entity: string,
    made: Map<number, I>,
    id: number,
    image: I,
  ) {
    const known = made.get(id) ?? null
    const found = difference(known as never, image as never)
    if (!found) return
    made.set(id, image)
    diary.write(when, diary.manager, operation, { entity, entityId: id, bookingId: null, ...found })
  }

  const put = (day: number, hour: number, act: (when: When) => void) => {
    const at = Math.max(day, takeover.day + 3)
    if (at < today.day) agenda.add(at, hour * HOUR, (seconds) => act({ day: at, seconds }))
  }

  const thisYear = yearOf(diary.date(today.day))
  for (const year of [thisYear - 1, thisYear]) {
    put(toDayNumber(monthSpan(year - 1, 12).from) + 9, 15, (when) =>
      write(when, 'budget.save', 'budget', budgets, year, budgetOf(world, year, when.day)),
    )
    for (const month of months) {
      const { from, to } = monthSpan(year, month)
      if (toDayNumber(from) <= takeover.day) continue
      put(toDayNumber(to) + 5, 10, (when) => {
        const before = sets.get(year) ?? { hotels: world.words.compSet, cells: {} }
        const cells = { ...before.cells, [from.slice(0, 7)]: setFigures(world, year, month) }
        write(when, 'compSet.save', 'comp-set', sets, year, { ...before, cells })
      })
    }
  }

  const agree = (id: AccountId, basisPoints: number, after: number) =>
    put(takeover.day + after, 11, (when) =>
      write(when, 'commission.save', 'commission', paid as Map<number, CommissionImage>, id, { basisPoints }),
    )
  for (const [at, id] of world.house.online.entries())
    agree(id, planTruth.online[at % planTruth.online.length] ?? 0, 4)
  for (const id of world.house.agencies) agree(id, planTruth.agencies, 5)

  return {
    finish: async (tx) => {
      for (const [year, image] of budgets) await saveBudget(tx, year, null, image)
      for (const [year, image] of sets) await saveCompSet(tx, year, null, image)
      for (const [id, image] of paid) await saveCommission(tx, id, null, image)
    },
  }
}

/** Each type's rooms filled as on the days before, by the season of each day, and a little more. */
function budgetOf(world: World, year: number, on: number): BudgetImage {
  const { house, priceOn } = world
  const cells = house.types.flatMap(({ id }, type): BudgetCell[] => {
    const level = levelOf(world, type, on)
    const rooms = house.rooms.filter((room) => room.type === type).length
    return months.map((month) => {
      let nights = 0
      let revenue = 0
      for (const day of daysOfMonth(year, month)) {
        const wanted = level * demandOn(day).weight * (1 + planTruth.moreNights / 1000)
        const sold = rooms * Math.min(MOST_FULL, wanted)
        nights += sold
        revenue += sold * house.price(type, 'BAR', priceOn(day)) * PAID
      }
      const revenueMinor = Math.round(revenue / ROUND) * ROUND
      return { month, roomTypeId: id, segment: '', nights: Math.round(nights), revenueMinor }
    })
  })
  const image = budgetImage('type', cells)
  if (!image.ok) throw new Error(`the budget of the demo hotel: ${image.refusal.code}`)
  return image.value
}

/** The share of a type's rooms that a day of mean demand filled lately; a guess, where the hotel has not lived yet. */
function levelOf({ house, calendar, takeover }: World, type: number, on: number): number {
  const rooms = house.rooms.flatMap((room, at) => (room.type === type ? [at] : []))
  let taken = 0
  let season = 0
  for (let day = Math.max(takeover.day, on - LOOKED_BACK); day < on; day++) {
    const held = rooms.filter((room) => calendar.holder(room, day) > 0).length
    if (held === 0) continue
    taken += held
    season += demandOn(day).weight
  }
  return season === 0 ? SET_OCCUPANCY : taken / season / rooms.length
}

/** What a service that gathers such figures would say of the hotels around. */
function setFigures({ seed, house, priceOn }: World, year: number, month: number): SetFigures {
  const random = randomOf(seed, PLAN, year, month)
  const days = daysOfMonth(year, month)
  const roomsAvailable = Math.round(house.rooms.length * planTruth.setRooms) * days.length
  const weight = days.reduce((sum, day) => sum + demandOn(day).weight, 0) / days.length
  const occupancy = Math.min(0.93, SET_OCCUPANCY * weight * (1 + 0.03 * random.normal()))
  const roomsSold = Math.round(roomsAvailable * occupancy)
  const price = days.reduce((sum, day) => sum + house.price(0, 'BAR', priceOn(day)), 0) / days.length
  const revenue = roomsSold * price * PAID * SET_PRICE * (1 + 0.02 * random.normal())
  return { roomsAvailable, roomsSold, revenueMinor: Math.round(revenue / ROUND) * ROUND }
}

function daysOfMonth(year: number, month: number): number[] {
  const { from, to } = monthSpan(year, month)
  const first = toDayNumber(from)
  return Array.from({ length: toDayNumber(to) - first }, (_, at) => first + at)
}
