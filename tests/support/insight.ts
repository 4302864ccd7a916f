import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { factColumn } from '#db/insight/facts.ts'
import { insightFileOf } from '#db/insight/file.ts'
import { readHistory } from '#db/queries/insight/history.ts'
import { categoryFacts, numberFacts } from '#shared/domain/insight/facts/catalogue.ts'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import { type BusinessDate, toDayNumber } from '#shared/values/index.ts'
import type { TestApp } from './app.ts'

/** Guests whom a person left out of everything that is computed, for queries that check what was. */
export const excludedGuests = 'select guest_id from guest_judgements where excluded = 1'

type Values = Record<string, number | string | null>

/** Computes all standing figures and waits for the end. */
export async function refreshInsight(t: TestApp, rebuild = false) {
  const { job } = await t.must('insight.refresh', { rebuild })
  const report = await t.app.jobs.ended(job)
  if (report?.state !== 'done') throw new Error(JSON.stringify(report))
  return report.result
}

/** The rows of facts as queries see them, by guest. */
export function factRows(file: string): Values[] {
  const raw = openRaw(insightFileOf(file), { readonly: true })
  const rows = raw.prepare('select * from guest_facts order by guest_id').all() as Values[]
  raw.close()
  return rows
}

/** The same, from the store alone. */
export function factRowsOnDay(file: string, date: string): Values[] {
  const raw = openRaw(file, { readonly: true })
  const table = factsAsOf(readHistory(raw), toDayNumber(date as BusinessDate))
  raw.close()
  return Array.from(table.id, (id, row) => {
    const values: Values = { guest_id: id }
    for (const { name } of numberFacts) {
      const value = table.numbers[name][row] as number
      values[factColumn(name)] = Number.isNaN(value) ? null : value
    }
    for (const { name } of categoryFacts)
      values[factColumn(name)] = table.words[name][table.codes[name][row] as number] as string
    return values
  })
}
