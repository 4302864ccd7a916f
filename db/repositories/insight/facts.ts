import type { FactTable } from '#shared/domain/insight/facts/catalogue.ts'
import { noBirthDate } from '#shared/domain/insight/facts/facts-as-of.ts'
import type { History } from '#shared/domain/insight/facts/history.ts'
import { NEVER, nextDayOf } from '#shared/domain/insight/facts/next-day.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'
import { factColumn, type InsightFactsState, rowCategories, rowNumbers } from '../../insight/facts.ts'

/** Takes out the rows of these guests, or all of them. */
export function deleteFacts(file: InsightFile, guests: readonly number[] | null): void {
  const raw = rawOf(file)
  if (guests === null) {
    raw.exec('delete from guest_fact_rows; delete from guest_facts_later')
    return
  }
  const rows = raw.prepare('delete from guest_fact_rows where guest_id = ?')
  const later = raw.prepare('delete from guest_facts_later where guest_id = ?')
  for (const guest of guests) {
    rows.run(guest)
    later.run(guest)
  }
}

/** Writes the rows of a table. */
export function insertFacts(file: InsightFile, history: History, table: FactTable): void {
  const columns = ['guest_id', 'next_day', 'birth_date', ...[...rowNumbers, ...rowCategories].map(factColumn)]
  const insert = rawOf(file).prepare(
    `insert into guest_fact_rows (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const numbers = rowNumbers.map((name) => table.numbers[name])
  const codes = rowCategories.map((name) => table.codes[name])
  const words = rowCategories.map((name) => table.words[name])
  const values: (number | string | null)[] = new Array(columns.length).fill(null)
  for (let row = 0; row < table.count; row++) {
    const g = table.place[row] as number
    const born = history.guests.birthDate[g] as number
    const next = nextDayOf(history, g, table.day)
    values[0] = table.id[row] as number
    values[1] = next === NEVER ? null : next
    values[2] = born === noBirthDate ? null : born
    let at = 3
    for (const column of numbers) {
      const value = column[row] as number
      values[at++] = Number.isNaN(value) ? null : value
    }
    for (let c = 0; c < codes.length; c++)
      values[at++] = (words[c] as readonly string[])[(codes[c] as Uint16Array)[row] as number] ?? ''
    insert.run(values)
  }
}

/** Notes guests who have no row because they become known later. `places`: of all guests that were looked at. */
export function insertLater(
  file: InsightFile,
  history: History,
  table: FactTable,
  places: ArrayLike<number>,
): void {
  const insert = rawOf(file).prepare('insert into guest_facts_later (guest_id, next_day) values (?, ?)')
  let row = 0
  for (let at = 0; at < places.length; at++) {
    const g = places[at] as number
    if (row < table.count && table.place[row] === g) {
      row += 1
      continue
    }
    const next = nextDayOf(history, g, table.day)
    if (next !== NEVER) insert.run(history.guests.id[g], next)
  }
}

/** Which day the rows are of, and what they know. */
export function saveFactsState(file: InsightFile, state: Omit<InsightFactsState, 'id'>): void {
  rawOf(file)
    .prepare(
      `insert or replace into facts_state (id, day, seq, unnamed_guests, unnamed_bookings)
       values (1, @day, @seq, @unnamed_guests, @unnamed_bookings)`,
    )
    .run(state)
}
