import { readTaxes, type TaxRow } from '#db/queries/report/ledger.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Column, Row } from '#shared/domain/report/result.ts'
import { chartOf } from '../chart.ts'
import { groupBy, sumOf } from '../group.ts'
import { emptyNote, partialNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { dimensionColumn, figureColumn, makeTable, namesIn, ownColumn } from '../table.ts'

type By = 'tax' | 'day' | 'month'

const rate: Column = { key: 'taxRate', kind: 'text' }
const figures: readonly Column[] = [figureColumn('taxBase', 'money'), figureColumn('taxAmount', 'money')]

/** Base and tax of a period by tax and rate, or by business date: what a tax return is written from. */
export const taxes: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as By
    const found = readTaxes(desk.store, desk.source, period)
    const rows =
      by === 'tax'
        ? [...Map.groupBy(found, ({ taxId, rate }) => `${taxId} ${rate}`).values()].map((of) => ({
            tax: of[0]?.taxId ?? null,
            taxRate: of[0]?.rate ? `${of[0].rate} %` : '',
            ...cellsOf(of),
          }))
        : groupBy(found, ({ day }) => timeKey(by, day, desk.starts)).map(({ key, of }) => ({
            [by]: key,
            ...cellsOf(of),
          }))
    const main = makeTable({
      key: 'main',
      by: by === 'tax' ? ownColumn('tax') : dimensionColumn(by),
      columns: by === 'tax' ? [rate, ...figures] : figures,
      rows,
      most: 'taxAmount',
      total: cellsOf(found),
    })
    return {
      tables: [main],
      says:
        found.length === 0
          ? null
          : { code: 'taxes', params: { tax: totalOf(main, 'taxAmount'), base: totalOf(main, 'taxBase') } },
      notes: [
        { code: 'taxByBusinessDate', params: {} },
        ...partialNote(main, by, period),
        ...emptyNote(main, 'noTaxes'),
      ],
      charts: [chartOf(main, by === 'day' ? 'line' : 'bars', 'taxAmount')],
      names: namesIn(desk.store, [main]),
    }
  },
}

function cellsOf(rows: readonly TaxRow[]): Row {
  return {
    taxBase: sumOf(rows.map(({ baseMinor }) => baseMinor)),
    taxAmount: sumOf(rows.map(({ taxMinor }) => taxMinor)),
  }
}
