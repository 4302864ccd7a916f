import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

type Batch = { id: number; profile: string; summary: string }

/**
 * An import can be taken back and its next export updates what it brought. A batch keeps the name of the system that it
 * came from, a digest of the file's headings, and when it was taken back: the same file may come again then.
 * `source_records` keeps what that system said last of a booking, so that a later export changes what it changed and
 * nothing else. Accounts that an import made are deleted with it: bookings are found by their account.
 */
const statements = [
  `create table import_batches_new (
    id integer primary key, file_name text not null, sha256 text not null, profile text not null, filter text not null, at text not null,
    by text not null, summary text not null, source text not null, layout text not null, taken_back_at text, taken_back_by text,
    check ((taken_back_at is null) = (taken_back_by is null))
  ) strict`,
  `insert into import_batches_new
    select id, file_name, sha256, profile, filter, at, by, summary, '', '', null, null from import_batches`,
  `drop table import_batches`,
  `alter table import_batches_new rename to import_batches`,
  `create unique index import_batches_of_content on import_batches (sha256, filter) where taken_back_at is null`,
  `create table source_records (
    booking_id integer not null references bookings (id) on delete cascade, batch_id integer not null references import_batches (id),
    said text not null, primary key (booking_id, batch_id)
  ) strict, without rowid`,
  `create index source_records_by_batch on source_records (batch_id)`,
  `create index bookings_by_agency on bookings (agency_id) where agency_id is not null`,
  `create index bookings_by_company on bookings (company_id) where company_id is not null`,
]

/** Batches from before know their headings from their summary, where the program that made them wrote them there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  const { rows } = await sql<Batch>`select id, profile, summary from import_batches`.execute(db)
  for (const { id, profile, summary } of rows) {
    const layout = layoutIn(profile, summary)
    if (layout !== '')
      await sql`update import_batches set layout = ${layout}, source = ${layout} where id = ${id}`.execute(db)
  }
}

/** As the program digested a file's headings at this version. */
function layoutIn(profile: string, summary: string): string {
  const { columns, notRead } = JSON.parse(summary) as {
    columns?: Record<string, string>
    notRead?: string[]
  }
  if (profile !== 'generic' || !columns || !notRead) return ''
  const headings = [...Object.keys(columns), ...notRead].sort()
  return createHash('sha256')
    .update(JSON.stringify([profile, headings]))
    .digest('base64url')
}
