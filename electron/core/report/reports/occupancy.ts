import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import { hasInventory } from '#shared/domain/report/dimensions.ts'
import { reportFigures } from '#shared/domain/report/figures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { ChartAsk, Table } from '#shared/domain/report/result.ts'
import { nightsBehind } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { type AgainstWord, comparedCells, comparedColumns } from '../compared.ts'
import { readHeldAgainst } from '../held-against.ts'
import { emptyHouse, houseCells, readHouse } from '../house.ts'
import { emptyNote, firstDayNote, onBooksNote, partialNote, roomNotes, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { makeTable, measureColumn, namesIn } from '../table.ts'
import { whereOf } from '../where.ts'

const measures = reportFigures.occupancy.main

/** Occupancy and room revenue of a period, by any cut. */
export const occupancy: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as DimensionName
    const where = whereOf(desk, read.filters)
    if (!where.ok) return where
    const { rows, total } = readHouse(desk, period, [by], where.value, read.basis)
    const held = readHeldAgainst(desk, read, by, where.value)
    const known = new Set(rows.map(({ keys }) => keys[0] ?? null))
    const alone = (held?.keys ?? [])
      .filter((key) => !known.has(key))
      .map((key) => ({ keys: [key], ...emptyHouse }))
    const table = makeTable({
      key: 'main',
      by,
      columns: [...measures.map(measureColumn), ...(held ? comparedColumns(held.word) : [])],
      rows: [...rows, ...alone].map(({ keys: [key = null], ...sums }) => ({
        [by]: key,
        ...houseCells(sums),
        ...(held ? comparedCells(sums, held.of(key), held.word) : {}),
      })),
      most: 'roomRevenue',
      total: { ...houseCells(total), ...(held ? comparedCells(total, held.total, held.word) : {}) },
    })
    return {
      tables: [table],
      says: {
        code: total.roomsAvailable === null ? 'roomsSold' : 'occupancy',
        params: {
          nights: total.roomsSold,
          occupancy: totalOf(table, 'occupancy'),
          adr: totalOf(table, 'adr'),
        },
      },
      notes: [
        ...roomNotes(table, by, where.value),
        ...onBooksNote(period, desk.source.today),
        ...firstDayNote(desk, period),
        ...partialNote(table, by, period),
        ...(held?.notes ?? []),
        ...emptyNote(table, 'noNights'),
      ],
      charts: [drawn(table, by, held?.word)],
      names: namesIn(desk.store, [table]),
    }
  },
  bookings: nightsBehind,
}

function drawn(table: Table, by: DimensionName, against: AgainstWord | undefined): ChartAsk {
  const measure = table.total?.roomsAvailable === null || !hasInventory(by) ? 'roomsSold' : 'occupancy'
  const isLong = table.rows.length > 62 && against === undefined
  const kind = by !== 'day' ? 'bars' : isLong ? 'heat' : 'line'
  return chartOf(table, kind, measure, against && [`${measure}${against}`])
}
