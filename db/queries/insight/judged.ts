import { classesOf, type JudgedKind, judgedKinds } from '#shared/domain/insight/value/classes.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile, LongReader } from '../../handles.ts'

/** Classes set by hand, by guest: places in their lists plus 1; 0 leaves the computed one. */
export type JudgedClasses = Map<number, Record<JudgedKind, number>>

type Row = { guest_id: number } & Record<JudgedKind, string>

/** What people decided about guests who are judged at all, in the worker. */
export function readJudgedClasses(store: LongReader): JudgedClasses {
  const rows = rawOf(store)
    .prepare(
      'select guest_id, value, need, lifecycle, behaviour, relation from guest_judgements where excluded = 0',
    )
    .all() as Row[]
  return new Map(
    rows.map((row) => [
      row.guest_id,
      Object.fromEntries(
        judgedKinds.map((kind) => [kind, (classesOf[kind] as readonly string[]).indexOf(row[kind]) + 1]),
      ) as Record<JudgedKind, number>,
    ]),
  )
}

/** The sections of the settings that somebody changed, in the worker. */
export function readStoredSettings(store: LongReader): { section: string; parameters: unknown }[] {
  const rows = rawOf(store).prepare('select section, parameters from insight_settings').all() as {
    section: string
    parameters: string
  }[]
  return rows.map(({ section, parameters }) => ({ section, parameters: JSON.parse(parameters) as unknown }))
}

/** What the model of future stays expects of each guest in twelve months, in minor units; null where it has no answer. */
export function readExpectedValue(file: InsightFile, ids: Int32Array): Float64Array | null {
  const raw = rawOf(file)
  const known = raw.prepare("select 1 from sqlite_master where name = 'guest_future'").get()
  if (known === undefined) return null
  const rows = raw
    .prepare(
      'select guest_id, value12_minor from guest_future where value12_minor is not null order by guest_id',
    )
    .raw()
    .iterate() as Iterable<[number, number]>
  const expected = new Float64Array(ids.length).fill(Number.NaN)
  let at = 0
  let found = 0
  for (const [id, value] of rows) {
    while (at < ids.length && (ids[at] as number) < id) at += 1
    if (ids[at] !== id) continue
    expected[at] = value
    found += 1
  }
  return found > 0 ? expected : null
}
