import type { OutputOf } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'

/** A guest who was picked, as a form shows them. */
export type Person = { id: GuestId; name: string; latinName: string; tier: string | null }

export function personOf(row: OutputOf<'guest.search'>['rows'][number]): Person {
  return { id: row.id, name: row.name, latinName: row.latinName, tier: row.tier }
}
