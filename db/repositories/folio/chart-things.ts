/** The things of a chart, each loaded and saved as an image: accounts, taxes, rules, codes and what goes with them. */
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { Database } from '../../schema/database.ts'
import {
  accountColumns,
  accountImage,
  codeColumns,
  codeImage,
  packageColumns,
  packageImage,
  policyColumns,
  policyImage,
  type Row,
  rateColumns,
  rateImage,
  ruleColumns,
  ruleImage,
  seriesColumns,
  seriesImage,
  taxColumns,
  taxImage,
} from './chart-row.ts'

type ThingTable = keyof Database &
  (
    | 'ledger_accounts'
    | 'taxes'
    | 'tax_rules'
    | 'transaction_codes'
    | 'packages'
    | 'fee_policies'
    | 'exchange_rates'
    | 'paper_series'
  )

/** A thing with its id and version. */
export type Stored<I, N extends number = number> = { id: N; image: I; version: number }

export type ThingStore<I> = {
  load: (db: Reader, id: number) => Promise<{ image: I; version: number } | null>
  /** `before` null inserts under that id at version 1, `after` null deletes; otherwise the version goes up by one. */
  save: (tx: Writer, id: number, before: I | null, after: I | null) => Promise<void>
  /** All of them in the order of `order`. */
  list: (db: Reader) => Promise<Stored<I>[]>
}

/** All these tables have an integer id and a version; the rest of a row is its image's. */
function thingStore<T extends ThingTable, I>(
  table: T,
  order: readonly string[],
  imageOf: (row: Row<T>) => I,
  columnsOf: (image: I) => object,
): ThingStore<I> {
  // The builder's types can't follow a table that is a parameter: one of the tables stands for all
  const name = table as 'paper_series'
  return {
    load: async (db, id) => {
      const row = await readWith(db)
        .selectFrom(name)
        .selectAll()
        .where('id', '=', id as never)
        .executeTakeFirst()
      return row ? { image: imageOf(row as unknown as Row<T>), version: row.version } : null
    },
    save: async (tx, id, before, after) => {
      const db = writeWith(tx)
      if (!after) {
        await db
          .deleteFrom(name)
          .where('id', '=', id as never)
          .execute()
      } else if (!before) {
        await db
          .insertInto(name)
          .values({ id, ...columnsOf(after), version: 1 } as never)
          .execute()
      } else {
        await db
          .updateTable(name)
          .set((row) => ({ ...columnsOf(after), version: row('version', '+', 1) }))
          .where('id', '=', id as never)
          .execute()
      }
    },
    list: async (db) => {
      let query = readWith(db).selectFrom(name).selectAll()
      for (const column of [...order, 'id']) query = query.orderBy(column as 'id')
      const rows = await query.execute()
      return rows.map((row) => ({
        id: row.id,
        image: imageOf(row as unknown as Row<T>),
        version: row.version,
      }))
    },
  }
}

export const accounts = thingStore('ledger_accounts', ['code'], accountImage, accountColumns)
export const taxes = thingStore('taxes', ['code'], taxImage, taxColumns)
export const taxRules = thingStore('tax_rules', ['code'], ruleImage, ruleColumns)
export const transactionCodes = thingStore('transaction_codes', ['code'], codeImage, codeColumns)
export const packages = thingStore('packages', ['code'], packageImage, packageColumns)
export const feePolicies = thingStore('fee_policies', ['code'], policyImage, policyColumns)
export const exchangeRates = thingStore('exchange_rates', ['currency', 'valid_from'], rateImage, rateColumns)
export const paperSeries = thingStore('paper_series', ['kind', 'code'], seriesImage, seriesColumns)
