import type { Reader } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import {
  readShift,
  readShiftMoves,
  readShiftPage,
  readShiftPayments,
  type ShiftMove,
  type ShiftRow,
} from '#db/queries/folio/shift.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { loadShift } from '#db/repositories/folio/shift.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { sumsOf } from '#shared/domain/folio/denominations.ts'
import { accountOfRole } from '#shared/domain/folio/entries.ts'
import type { CashCount } from '#shared/domain/folio/shift.ts'
import { type Refused, refuse, type ShiftId } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { reads } from '../../kernel/handler.ts'
import { isUnopened } from './shift-aggregate.ts'

export type Report = OutputOf<'shift.report'>

/** Shifts, the newest first. */
export const listShifts = reads('shift.list', async (db, input) => {
  const { from, to, userId, status } = input
  const after = input.after === undefined ? null : Number(input.after)
  const rows = await readShiftPage(db, { from, to, userId, status, after, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const nameOf = await readUserNames(db)
  const last = page.at(-1)
  return {
    rows: page.map((row) => rowView(row, nameOf)),
    next: rows.length > page.length && last ? String(last.id) : null,
  }
})

/** A shift that was counted. */
export const reportShift = reads('shift.report', (db, { id }, ctx) => readReport(db, ctx, id))

/** What a shift took and gave, expected and counted; before it is counted this would say what should be in the drawer. */
export async function readReport(
  db: Reader,
  ctx: Context,
  id: ShiftId,
): Promise<Report | Refused<'SHIFT_UNKNOWN' | 'SHIFT_NOT_COUNTED'>> {
  const row = await readShift(db, id)
  const loaded = await loadShift(db, id)
  if (!row || !loaded) return refuse('SHIFT_UNKNOWN', { id })
  if (row.status === 'open' || isUnopened(loaded.image)) return refuse('SHIFT_NOT_COUNTED')
  const chart = await readChart(db)
  const nameOf = await readUserNames(db)
  const home = ctx.hotel.currency
  const moves = await readShiftMoves(db, id, accountOfRole(chart.roles, 'cash'))
  const counted = loaded.image.counted ?? {}
  return {
    shift: rowView(row, nameOf),
    payments: (await readShiftPayments(db, id)) as Report['payments'],
    drops: moves
      .filter(({ kind }) => kind === 'drop')
      .map((move) => ({
        at: move.moment,
        by: nameOf(move.actor),
        currency: move.currency ?? home,
        units: -move.units,
        amountMinor: -move.amountMinor,
      })),
    cash: cashOf(home, counted, moves),
    counted: Object.entries(counted).map(([currency, faces]) => ({ currency, faces: facesOfCount(faces) })),
    toSafeMinor: moves.reduce(
      (sum, { kind, amountMinor }) => (kind === 'cash-up' ? sum - amountMinor : sum),
      0,
    ),
  }
}

function rowView(row: ShiftRow, nameOf: (login: string) => string): Report['shift'] {
  return { ...row, closedBy: row.closedBy === null ? '' : nameOf(row.closedBy) }
}

/** What was expected is what was counted less what was booked as over. */
function cashOf(home: string, counted: CashCount, moves: readonly ShiftMove[]): Report['cash'] {
  const sums = sumsOf(counted)
  const booked = moves.filter(({ kind }) => kind === 'over-short')
  const currencies = new Set([home, ...Object.keys(sums), ...booked.map(({ currency }) => currency ?? home)])
  return [...currencies].map((currency) => {
    const own = booked.filter((move) => (move.currency ?? home) === currency)
    const overUnits = own.reduce((sum, { units }) => sum + units, 0)
    const countedUnits = sums[currency] ?? 0
    const overMinor = own.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    return { currency, expectedUnits: countedUnits - overUnits, countedUnits, overUnits, overMinor }
  })
}

function facesOfCount(faces: CashCount[string]): Report['counted'][number]['faces'] {
  return Object.entries(faces)
    .map(([face, pieces]) => ({ faceMinor: Number(face), pieces, totalMinor: Number(face) * pieces }))
    .filter(({ pieces }) => pieces > 0)
    .sort((a, b) => b.faceMinor - a.faceMinor)
}
