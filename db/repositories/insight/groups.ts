import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'
import type { InsightGuestKindTable, InsightLikenessTable } from '../../insight/groups.ts'

/** Writes the kind of every guest, in the place of what an earlier run found. */
export function writeGuestKinds(file: InsightFile, rows: Iterable<InsightGuestKindTable>): void {
  const raw = rawOf(file)
  raw.exec('delete from guest_kind')
  const insert = raw.prepare('insert into guest_kind (guest_id, kind, distance) values (?, ?, ?)')
  for (const { guest_id, kind, distance } of rows) insert.run(guest_id, kind, distance)
}

/** Writes who is like the best, in the place of what an earlier run found. */
export function writeLikeness(file: InsightFile, rows: Iterable<InsightLikenessTable>): void {
  const raw = rawOf(file)
  raw.exec('delete from likeness')
  const insert = raw.prepare(
    'insert into likeness (alike_group, place, guest_id, likeness, reasons) values (@alike_group, @place, @guest_id, @likeness, @reasons)',
  )
  for (const row of rows) insert.run(row)
}
