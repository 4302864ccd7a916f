import { type CommissionRow, findCommissionStays, readCommissions } from '#db/queries/report/commissions.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Row, Sentence } from '#shared/domain/report/result.ts'
import type { AccountId } from '#shared/values/index.ts'
import { partOf } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { groupBy } from '../group.ts'
import { emptyNote, firstDayNote, partialNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { figureColumn, makeTable, measureColumn, namesIn } from '../table.ts'

type Sums = { stays: number; nights: number; base: number; agreed: number; commission: number | null }

const columns = [
  figureColumn('stays', 'count', { definition: 'staysEnded' }),
  measureColumn('bookedNights'),
  figureColumn('commissionBase', 'money'),
  figureColumn('commissionRate', 'share', { decimals: 2 }),
  figureColumn('commission', 'money'),
]

/** What agencies are owed of the stays that ended in a period. */
export const commissions: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by === 'month' ? 'month' : 'agency'
    const found = readCommissions(desk.store, desk.source, period)
    const groups = groupBy(found, ({ agencyId, month }) => (by === 'month' ? month : agencyId))
    const main = makeTable({
      key: 'main',
      by,
      columns,
      rows: groups.map(({ key, of }) => ({ [by]: key, ...cellsOf(sumOf(of)) })),
      most: 'commissionBase',
      total: cellsOf(sumOf(found)),
    })
    return {
      tables: [main],
      says: {
        code: 'commissions',
        params: {
          stays: totalOf(main, 'stays'),
          base: totalOf(main, 'commissionBase'),
          commission: totalOf(main, 'commission'),
        },
      },
      notes: [
        { code: 'commissionsByDeparture', params: {} },
        ...unagreedNotes(found),
        ...firstDayNote(desk, period),
        ...partialNote(main, by, period),
        ...emptyNote(main, 'noCommissions'),
      ],
      charts: [chartOf(main, 'bars', main.total?.commission === null ? 'commissionBase' : 'commission')],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: (desk, read, row, limit) => {
    const part = partOf(desk, read, row)
    if (!part.ok) return part
    const agency = row.agency === undefined ? null : (Number(row.agency) as AccountId)
    return findCommissionStays(desk.store, desk.source, { ...part.value, agencyId: agency }, limit)
  },
}

function sumOf(rows: readonly CommissionRow[]): Sums {
  const total: Sums = { stays: 0, nights: 0, base: 0, agreed: 0, commission: null }
  for (const { stays, nights, base, commission } of rows) {
    total.stays += stays
    total.nights += nights
    total.base += base
    if (commission === null) continue
    total.agreed += base
    total.commission = (total.commission ?? 0) + commission
  }
  return total
}

function cellsOf({ stays, nights, base, agreed, commission }: Sums): Row {
  return {
    stays,
    bookedNights: nights,
    commissionBase: base,
    commissionRate: ratioOf(commission, agreed),
    commission,
  }
}

function unagreedNotes(rows: readonly CommissionRow[]): Sentence[] {
  const count = new Set(
    rows.filter(({ basisPoints }) => basisPoints === null).map(({ agencyId }) => agencyId),
  ).size
  return count > 0 ? [{ code: 'noCommissionAgreed', params: { count } }] : []
}
