import { readNightSums } from '#db/queries/report/cube.ts'
import {
  type BudgetCell,
  type BudgetLevel,
  cellKey,
  hasSegments,
  hasTypes,
} from '#shared/domain/report/budget.ts'
import {
  type BusinessDate,
  businessDateOf,
  minDate,
  nightsBetween,
  type RoomTypeId,
} from '#shared/values/index.ts'
import type { Task } from '../../heavy/public.ts'

export type BudgetAsked = { year: number; level: BudgetLevel; today: BusinessDate }

/** Rooms sold and room revenue of a year's days that are over, by month and what the level has lines of. */
const actual: Task = ({ store }, { year, level, today }: BudgetAsked) => {
  const from = businessDateOf(`${year}-01-01`)
  const to = minDate(today, businessDateOf(`${year + 1}-01-01`))
  if (to <= from) return { result: { cells: [], days: 0 } }
  const by = [
    'month',
    ...(hasTypes(level) ? (['roomType'] as const) : []),
    ...(hasSegments(level) ? (['segment'] as const) : []),
  ] as const
  const cells = new Map<string, BudgetCell>()
  for (const { keys, roomsSold, roomRevenue } of readNightSums(
    store,
    { seq: null, today },
    { from, to, by, where: [] },
  )) {
    const cell: BudgetCell = {
      month: Number(String(keys[0]).slice(5)),
      roomTypeId: hasTypes(level) ? (Number(keys[1]) as RoomTypeId) : 0,
      segment: hasSegments(level) ? String(keys.at(-1)) : '',
      nights: roomsSold,
      revenueMinor: Math.max(0, roomRevenue),
    }
    cells.set(cellKey(cell), cell)
  }
  return { result: { cells: [...cells.values()], days: nightsBetween(from, to) } }
}

export const budgetTasks = { 'budget.actual': actual }
