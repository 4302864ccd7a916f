import { type AccountSums, readTrialBalance } from '#db/queries/report/ledger.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Column, Row } from '#shared/domain/report/result.ts'
import { sumOf } from '../group.ts'
import { emptyNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { figureColumn, makeTable, namesIn } from '../table.ts'

const account: Column = { key: 'ledgerAccount', kind: 'name', of: 'ledger-account' }
const accountClass: Column = { key: 'accountClass', kind: 'code', list: 'chart.class' }
const figures = ['openingBalance', 'debit', 'credit', 'closingBalance'].map((key) =>
  figureColumn(key, 'money'),
)

/** Every account of the ledger with its balance before the period, what moved in it, and its balance after. */
export const trialBalance: Report = {
  run: (desk, read) => {
    const sums = readTrialBalance(desk.store, desk.source, read.period as Period)
    const table = makeTable({
      key: 'main',
      by: account,
      columns: [accountClass, ...figures],
      rows: sums.map((one) => ({ ledgerAccount: one.accountId, accountClass: one.class, ...cellsOf([one]) })),
      most: 'closingBalance',
      total: { accountClass: null, ...cellsOf(sums) },
    })
    // By the number that bookkeeping knows an account by, as every trial balance is read
    const order = new Map(sums.map(({ accountId }, at) => [accountId as number, at]))
    const rows = table.rows.toSorted(
      (a, b) => (order.get(a.ledgerAccount as number) ?? 0) - (order.get(b.ledgerAccount as number) ?? 0),
    )
    const main = { ...table, rows }
    return {
      tables: [main],
      says:
        sums.length === 0
          ? null
          : {
              code: 'trialBalance',
              params: {
                accounts: sums.length,
                debit: totalOf(main, 'debit'),
                credit: totalOf(main, 'credit'),
              },
            },
      notes: [{ code: 'debitPositive', params: {} }, ...emptyNote(main, 'noPostings')],
      charts: [],
      names: namesIn(desk.store, [main]),
    }
  },
}

function cellsOf(sums: readonly AccountSums[]): Row {
  const opening = sumOf(sums.map(({ openingMinor }) => openingMinor))
  const debit = sumOf(sums.map(({ debitMinor }) => debitMinor))
  const credit = sumOf(sums.map(({ creditMinor }) => creditMinor))
  return { openingBalance: opening, debit, credit, closingBalance: opening + debit - credit }
}
