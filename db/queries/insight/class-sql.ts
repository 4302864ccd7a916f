import { type RawBuilder, sql } from 'kysely'
import { leavingLevels } from '#shared/domain/insight/leaving/risk.ts'
import { type ClassName, classNames } from '#shared/domain/insight/segments/classes.ts'
import { type ClassKind, classesOf, type JudgedKind } from '#shared/domain/insight/value/classes.ts'
import { readWith } from '../../dialect/building.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile, Reader } from '../../handles.ts'
import { classColumns } from '../../insight/value.ts'

/** Where a class of guests is: a table of the insight file with a row per guest, and what a person set instead. */
type Source = {
  table: string
  column: string
  /** Null where they are numbers that each update finds anew. */
  values: readonly string[] | null
  /** The column of guest_judgements, where a person may set it. */
  judged?: string
}

const ofValue = (kind: ClassKind, judged?: JudgedKind): Source => ({
  table: 'guest_value',
  column: classColumns[kind],
  values: classesOf[kind],
  ...(judged ? { judged } : {}),
})

const sources: Partial<Record<ClassName, Source>> = {
  rfm: ofValue('rfm'),
  value: ofValue('value', 'value'),
  matrix: ofValue('matrix'),
  need: ofValue('need', 'need'),
  lifecycle: ofValue('lifecycle', 'lifecycle'),
  behaviour: ofValue('behaviour', 'behaviour'),
  relation: ofValue('relation', 'relation'),
  leaving: { table: 'guest_leaving', column: 'level', values: leavingLevels },
  cluster: { table: 'guest_kind', column: 'kind', values: null },
}

/** Whether guest `g` is of one of these classes: what a person set, else what was computed. */
export function classTest(name: ClassName, values: readonly string[]): RawBuilder<unknown> {
  const { table, column, judged } = sourceOf(name)
  const computed = sql`(select cast(${sql.ref(column)} as text) from ${sql.table(`insight.${table}`)} where guest_id = g.id)`
  const own = judged
    ? sql`coalesce((select nullif(${sql.ref(judged)}, '') from guest_judgements where guest_id = g.id), ${computed})`
    : computed
  return sql`ifnull(${own} in (${sql.join(values)}), 0)`
}

function sourceOf(name: ClassName): Source {
  const source = sources[name]
  if (!source) throw new Error(`no class ${name}: the rule was not checked`)
  return source
}

/** The classes that were computed, with their values, as the desk reads them. */
export async function readComputedClasses(db: Reader): Promise<Map<ClassName, readonly string[]>> {
  const found = new Map<ClassName, readonly string[]>()
  for (const name of classNames) {
    const source = sources[name]
    if (!source) continue
    const { rows } = await sql.raw<{ value: string }>(presentIn(source, 'insight.')).execute(readWith(db))
    if (rows.length > 0) found.set(name, source.values ?? rows.map(({ value }) => value))
  }
  return found
}

/** The same as the worker reads them. */
export function computedClassesIn(insight: InsightFile): Map<ClassName, ReadonlySet<string>> {
  const raw = rawOf(insight)
  const named = classNames.flatMap((name) => {
    const source = sources[name]
    if (!source) return []
    const present = raw.prepare(presentIn(source, '')).pluck().all() as string[]
    return present.length > 0 ? [[name, new Set(source.values ?? present)] as const] : []
  })
  return new Map(named)
}

/** Some value where the values are known, else each by a step through the index: a million guests are not read for eight. */
function presentIn({ table, column, values }: Source, schema: '' | 'insight.'): string {
  const from = `${schema}${table}`
  if (values) return `select ${column} as value from ${from} limit 1`
  return `with recursive present (value) as (
      select min(${column}) from ${from}
      union all select (select min(${column}) from ${from} where ${column} > value) from present where value is not null)
    select cast(value as text) as value from present where value is not null`
}

/** The guests of a class, for the worker: what a person set, else what was computed. */
export function classRows(
  insight: RawDatabase,
  store: RawDatabase,
  name: ClassName,
  value: string,
): Set<number> {
  const { table, column, judged } = sourceOf(name)
  const guests = new Set(
    insight.prepare(`select guest_id from ${table} where ${column} = ?`).pluck().all(value) as number[],
  )
  if (!judged) return guests
  const own = store
    .prepare(`select guest_id as id, ${judged} as own from guest_judgements where ${judged} <> ''`)
    .all() as { id: number; own: string }[]
  for (const { id, own: set } of own) {
    if (set === value) guests.add(id)
    else guests.delete(id)
  }
  return guests
}
