import { categoryFacts, type FactName, numberFacts } from '#shared/domain/insight/facts/catalogue.ts'

/** The column of a fact: `lastDeparture` → `last_departure`. */
export function factColumn(name: FactName): string {
  return name.replace(/[A-Z0-9]+/g, (part, at: number) =>
    /\d/.test(part) ? part : `${at > 0 ? '_' : ''}${part.toLowerCase()}`,
  )
}

/**
 * Facts that count up to the date of the table are not kept: with every night all of them would change. What they are made from
 * is, and the view has them.
 */
const ofTheDay: Partial<Record<FactName, string>> = {
  daysSince: 'state.day - last_departure',
  tenure: 'state.day - first_arrival',
  // Whole years, rounded down also below zero
  age: `cast((state.day - birth_date) / 365.25 as integer)
    - ((state.day - birth_date) / 365.25 < cast((state.day - birth_date) / 365.25 as integer))`,
}

/** Facts with a column of their own, in the order of the columns. */
export const rowNumbers = numberFacts.map(({ name }) => name).filter((name) => !(name in ofTheDay))
export const rowCategories = categoryFacts.map(({ name }) => name)

const numberColumns = rowNumbers.map((name) => `${factColumn(name)} real`)
const categoryColumns = rowCategories.map((name) => `${factColumn(name)} text not null`)
const shown = [...numberFacts, ...categoryFacts].map(({ name }) => {
  const computed = ofTheDay[name]
  return computed === undefined ? factColumn(name) : `${computed} as ${factColumn(name)}`
})

/**
 * One row of facts per guest with a name who was known on the day of the table: numbers with null for what is not known,
 * dates as day numbers, categories by their word. `guest_facts` is what queries read.
 */
export const factTables: readonly string[] = [
  `create table facts_state (
    id integer primary key check (id = 1),
    day integer not null,
    -- The newest change of the store that the rows know
    seq integer not null,
    unnamed_guests integer not null,
    unnamed_bookings integer not null
  ) strict`,
  `create table guest_fact_rows (
    guest_id integer primary key,
    -- The next day that changes a fact of this guest although nothing is written
    next_day integer,
    birth_date integer,
    ${[...numberColumns, ...categoryColumns].join(',\n    ')}
  ) strict`,
  'create index guest_fact_rows_next on guest_fact_rows (next_day) where next_day is not null',
  // Guests who become known on a later day than that of the table
  `create table guest_facts_later (
    guest_id integer primary key,
    next_day integer not null
  ) strict`,
  `create view guest_facts as select guest_id, ${shown.join(', ')} from guest_fact_rows, facts_state as state`,
]

type NumberColumns = Record<string, number | null>
/** A row of `insight.guest_facts`: columns are named by factColumn. */
export type InsightGuestFacts = { guest_id: number } & NumberColumns

export type InsightFactsState = {
  id: number
  day: number
  seq: number
  unnamed_guests: number
  unnamed_bookings: number
}
