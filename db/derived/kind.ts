import { createHash } from 'node:crypto'

/** A kind of file beside the store whose every table can be computed again from the store. */
export type DerivedKind = {
  /** What the file's name has after the store's, and what queries call its tables by: `insight.runs`. */
  readonly name: 'insight' | 'report'
  /** `application_id` in its header: what is made anew without asking is ours. */
  readonly id: number
  readonly tables: readonly string[]
  /** Of the tables' definitions: a file of other tables is made anew. */
  readonly digest: string
}

/** One row: which store a file is of, and up to which change. */
export type DerivedMetaTable = {
  id: number
  /** The digest of all tables' definitions. */
  ddl: string
  /** What the store is known by; empty before its first change. */
  store: string
  /** The newest change of the store's log that anything in the file was made from; 0 while it is empty. */
  head_seq: number
  head_hash: string
}

const metaTable = `create table meta (
    id integer primary key check (id = 1),
    ddl text not null,
    store text not null,
    head_seq integer not null,
    head_hash text not null
  ) strict`

/** A kind with these tables, one statement each, beside the one row that every file has. */
export function derivedKind(name: DerivedKind['name'], id: number, own: readonly string[]): DerivedKind {
  const tables = [metaTable, ...own]
  return { name, id, tables, digest: createHash('sha256').update(tables.join('\n;\n')).digest('base64url') }
}
