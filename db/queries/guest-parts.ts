import { sql } from 'kysely'
import type { SearchParts } from '#shared/domain/search.ts'
import type { GuestId } from '#shared/values/index.ts'
import type { Reader } from '../dialect/connection.ts'
import { idList } from '../dialect/ids.ts'

type NameRow = { id: GuestId; native_name: string; family_name: string; given_name: string }
type ValueRow = { id: GuestId; kind: string; value: string }

/** A guest's names, telephones, e-mails, documents and memberships: what search tokens and matches are made of. */
export type Parts = SearchParts & {
  phones: string[]
  emails: string[]
  documents: string[]
  memberships: string[]
}

/** What the given guests can be found by, in two statements. */
export async function readSearchParts(db: Reader, ids: readonly GuestId[]): Promise<Map<GuestId, Parts>> {
  const found = new Map<GuestId, Parts>()
  if (ids.length === 0) return found
  const list = idList(ids)
  const names = await sql<NameRow>`
    select id, native_name, family_name, given_name from guests where id in ${list}`.execute(db)
  for (const { id, native_name, family_name, given_name } of names.rows) {
    found.set(id, {
      nativeName: native_name,
      familyName: family_name,
      givenName: given_name,
      phones: [],
      emails: [],
      documents: [],
      memberships: [],
    })
  }
  // The primary contact of a kind first: it is the one that a list shows.
  const values = await sql<ValueRow>`
    select guest_id as id, kind, value, is_primary from guest_contacts
    where guest_id in ${list} and kind in ('mobile', 'phone', 'email')
    union all select guest_id, 'document', number, 0 from guest_documents where guest_id in ${list}
    union all select guest_id, 'membership', number, 0 from memberships where guest_id in ${list}
    order by is_primary desc`.execute(db)
  for (const { id, kind, value } of values.rows) {
    const parts = found.get(id)
    if (!parts) continue
    if (kind === 'email') parts.emails.push(value)
    else if (kind === 'document') parts.documents.push(value)
    else if (kind === 'membership') parts.memberships.push(value)
    else if (kind === 'mobile') parts.phones.unshift(value)
    else parts.phones.push(value)
  }
  return found
}
