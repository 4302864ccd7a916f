import { forever, type Parts, versionsOf } from '#shared/domain/change/history.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { ReportFile } from '../../handles.ts'
import { columnsOf, type VersionedKind, type VersionTable } from '../../report/versions.ts'

type ThingThen = {
  id: number
  history: readonly { seq: number; parts: readonly Parts[] }[]
  unreadable: number | null
}

/** Writes the versions of things of one kind in the place of those that are there. */
export function openVersions(file: ReportFile, { entity, tables }: VersionedKind) {
  const raw = rawOf(file)
  const writers = tables.map((table) => tableWriter(raw, table))
  const markUnreadable = raw.prepare(
    'insert or replace into unreadable (entity, entity_id, seq) values (?, ?, ?)',
  )
  const markReadable = raw.prepare('delete from unreadable where entity = ? and entity_id = ?')
  const whole = tables[0] as VersionTable
  const any = raw.prepare(`select 1 from ${whole.name} where ${whole.id} = ? limit 1`)
  const now = raw
    .prepare(
      `select ${Object.keys(whole.columns).join(', ')} from ${whole.name} where ${whole.id} = ? and to_seq = ${forever}`,
    )
    .raw()
  return {
    /** Whether anything is kept of a thing. */
    has: (id: number): boolean => any.get(id) !== undefined,
    /** What is so of it now, in the order of the first table's columns; undefined when it is not there. */
    now: (id: number) => now.get(id) as readonly unknown[] | undefined,
    /** `isNew`: none of its versions is there. */
    write: ({ id, history, unreadable }: ThingThen, isNew: boolean): void => {
      for (const [index, write] of writers.entries())
        write(
          id,
          history.map(({ seq, parts }) => ({ seq, parts: parts[index] as Parts })),
          isNew,
        )
      if (unreadable !== null) markUnreadable.run(entity, id, unreadable)
      else if (!isNew) markReadable.run(entity, id)
    },
  }
}

function tableWriter(raw: RawDatabase, table: VersionTable) {
  const { name, id, key } = table
  const columns = Object.keys(columnsOf(table))
  const insert = raw.prepare(
    `insert into ${name} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const remove = raw.prepare(
    key?.first
      ? `delete from ${name} where ${key.column} = ? and ${id} = ?`
      : `delete from ${name} where ${id} = ?`,
  )
  return (thing: number, history: readonly { seq: number; parts: Parts }[], isNew: boolean): void => {
    const versions = versionsOf(history)
    // What the log told before it tells now: no key was there that is not in the history
    if (!isNew && key?.first)
      for (const part of new Set(versions.map((one) => one.key))) remove.run(part, thing)
    else if (!isNew) remove.run(thing)
    for (const { key: part, from, to, values } of versions)
      insert.run(key ? [thing, part, from, to, ...values] : [thing, from, to, ...values])
  }
}
