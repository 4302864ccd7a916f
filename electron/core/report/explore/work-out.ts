import type { Where } from '#db/queries/report/cube.ts'
import { type DimensionName, hasInventory, isOverlapping, isTime } from '#shared/domain/report/dimensions.ts'
import type { ExploreAsk } from '#shared/domain/report/explore/ask.ts'
import type { ExploreResult } from '#shared/domain/report/explore/explore.ts'
import { makePivot, maxCells, type Pivot, widestOf } from '#shared/domain/report/explore/pivot.ts'
import { sumsOf } from '#shared/domain/report/explore/sums.ts'
import { isPartial, timeKey } from '#shared/domain/report/fold.ts'
import { isRevenue } from '#shared/domain/report/measures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Column, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import { nightsOf, ok, type Result, refuse } from '#shared/values/index.ts'
import { readAvailable, readNights } from '../house.ts'
import { firstDayNote, onBooksNote } from '../notes.ts'
import type { ReportDesk } from '../report.ts'
import { dimensionColumn, measureColumn, namesIn } from '../table.ts'
import { whereAny } from './where.ts'

/** Groups of room-nights that are read at most: days are read before they are put together to weeks and weekdays. */
const maxGroups = 1_000_000

type WorkedOut = Pick<ExploreResult, 'heads' | 'pivot' | 'names' | 'notes'>
type Refusals = 'EXPLORE_TOO_LARGE' | 'EXPLORE_TOO_WIDE' | 'REPORT_CHOICE_UNKNOWN'

/** A pivot of a period: its heads, cells, names and what a reader must know of them. */
export function workOut(desk: ReportDesk, ask: ExploreAsk, period: Period): Result<WorkedOut, Refusals> {
  const where = whereAny(desk, ask.filters)
  if (!where.ok) return where
  const dimensions = [...ask.rows, ...ask.columns]
  const nightsBy = (by: readonly DimensionName[]) =>
    readNights(desk, { ...period, by, where: where.value, limit: maxGroups })
  // Rooms are not divided by channel: with a filter of it, no group has rooms
  const isKnown = where.value.every(({ dimension }) => hasInventory(dimension))
  const rooms = isKnown ? roomsOf(desk, ask, period, where.value) : null
  const sumsBy = sumsOf({ dimensions, nightsBy, rooms })
  const finest = sumsBy(dimensions)
  if (finest.length >= maxGroups)
    return refuse('EXPLORE_TOO_LARGE', {
      cells: finest.length * ask.measures.length,
      max: maxCells,
      ...widestOf(dimensions, finest),
    })
  const made = makePivot(ask, sumsBy)
  if (!made.ok) return made
  const heads = {
    rows: ask.rows.map(dimensionColumn),
    columns: ask.columns.map(dimensionColumn),
    measures: ask.measures.map(measureColumn),
  }
  return ok({
    heads,
    pivot: made.value,
    names: namesIn(desk.store, [
      headTable(heads.rows, made.value.rows),
      headTable(heads.columns, made.value.columns),
    ]),
    notes: [
      ...roomNotes(ask, isKnown, made.value),
      ...onBooksNote(period, desk.source.today),
      ...firstDayNote(desk, period),
      ...partialNotes(ask, made.value, period),
      ...(finest.length === 0 ? [{ code: 'noNights', params: {} }] : []),
    ],
  })
}

/** Rooms where a figure needs them. Where none does, the days alone: one without a night is still a row. */
function roomsOf(desk: ReportDesk, ask: ExploreAsk, period: Period, where: readonly Where[]) {
  const dimensions = [...ask.rows, ...ask.columns]
  if (needsRooms(ask)) {
    const by = dimensions.filter(hasInventory)
    return { by, groups: [...readAvailable(desk, period, by, where, ask.basis).values()] }
  }
  const by = dimensions.filter(isTime)
  const groups = nightsOf(period.from, period.to).map((day) => ({
    keys: by.map((name) => timeKey(name, day, desk.starts)),
    roomsAvailable: 0,
    outOfOrder: 0,
  }))
  return { by, groups }
}

function needsRooms({ measures }: ExploreAsk): boolean {
  return measures.some((one) => ['occupancy', 'revpar', 'roomsAvailable', 'outOfOrder'].includes(one))
}

/** Heads as a table, for the names of what their keys are ids of. */
function headTable(columns: readonly Column[], heads: Pivot['rows']): Table {
  const rows = heads.map(
    ({ keys }): Row => Object.fromEntries(keys.map((key, at) => [columns[at]?.key ?? '', key])),
  )
  return { key: 'main', columns, rows, total: null }
}

/** Why groups have no rooms, and so no occupancy. */
function roomNotes(ask: ExploreAsk, isKnown: boolean, pivot: Pivot): Sentence[] {
  const dimensions = [...ask.rows, ...ask.columns]
  const strange = dimensions.find((name) => !hasInventory(name))
  const notes: Sentence[] = []
  if (needsRooms(ask) && !isKnown) notes.push({ code: 'noRoomsFiltered', params: {} })
  else if (needsRooms(ask) && strange)
    notes.push({ code: 'availableOfAll', params: { by: `reportColumn.${strange}` } })
  if (dimensions.some(isOverlapping)) notes.push({ code: 'overlapping', params: {} })
  if (pivot.shown < pivot.groups)
    notes.push({ code: 'onlyRows', params: { shown: pivot.shown, all: pivot.groups } })
  return notes
}

function partialNotes(ask: ExploreAsk, { rows, columns }: Pivot, period: Period): Sentence[] {
  const partial = (dimensions: readonly DimensionName[], heads: Pivot['rows']) =>
    dimensions.flatMap((name, at) => {
      const keys = new Set(heads.map(({ keys }) => keys[at]))
      return [...keys].filter((key) => typeof key === 'string' && isPartial(name, key, period))
    })
  const count = partial(ask.rows, rows).length + partial(ask.columns, columns).length
  return count > 0 ? [{ code: 'partial', params: { count } }] : []
}

/** A pivot for whom the hotel shows no revenue: without figures of money, and not ordered by one. */
export function withoutMoneyAsked(ask: ExploreAsk): ExploreAsk {
  const measures = ask.measures.filter((name) => !isRevenue(name))
  const order = ask.order && isRevenue(ask.order.column) ? null : ask.order
  return { ...ask, order, measures: measures.length > 0 ? measures : ['roomsSold'] }
}
