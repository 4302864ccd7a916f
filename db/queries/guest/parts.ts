import { sql } from 'kysely'
import type { SearchParts } from '#shared/domain/search/tokens.ts'
import type { GuestId } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

/** A guest's names, telephones, e-mails and memberships: what search tokens and matches are made of, besides documents. */
export type Parts = SearchParts & {
  phones: string[]
  emails: string[]
  memberships: string[]
}

/** What a list shows of a guest besides stays. */
export type GuestFacts = {
  parts: Parts
  nationality: string
  unnamed: boolean
  /** Of the oldest membership. */
  tier: string | null
  tags: string[]
  alerts: number
}

type Own = {
  id: GuestId
  native_name: string
  family_name: string
  given_name: string
  nationality: string
  unnamed: number
}
type Belonging = {
  id: GuestId
  kind: 'mobile' | 'phone' | 'email' | 'membership' | 'tag' | 'alert'
  value: string
  /** A membership's tier. */
  tier: string | null
  first: number
}

const ownOf = preparedSql(
  (at: { ids: string }) => sql<Own>`
    select id, native_name, family_name, given_name, nationality, unnamed from guests where id in ${listedIn(at.ids)}`,
)
const belongingsOf = preparedSql(
  (at: { ids: string }) => sql<Belonging>`
    select guest_id as id, kind, value, null as tier, is_primary as first from guest_contacts
    where guest_id in ${listedIn(at.ids)} and kind in ('mobile', 'phone', 'email')
    union all select guest_id, 'membership', number, tier, 0 from memberships where guest_id in ${listedIn(at.ids)}
    union all select guest_id, 'tag', tag, null, 0 from guest_tags where guest_id in ${listedIn(at.ids)}
    union all select t.guest_id, 'tag', s.tag, null, 0 from segment_tags t cross join segments s
    where t.guest_id in ${listedIn(at.ids)} and s.id = t.segment_id
      and not exists (select 1 from guest_tags where guest_id = t.guest_id and tag = s.tag)
    union all select guest_id, 'alert', '', null, 0 from guest_alerts where guest_id in ${listedIn(at.ids)}`,
)

/** What is on file for the given guests, in two statements. Primary contacts come first, a mobile before a telephone. */
export async function readGuestFacts(db: Reader, ids: readonly GuestId[]): Promise<Map<GuestId, GuestFacts>> {
  const found = new Map<GuestId, GuestFacts>()
  if (ids.length === 0) return found
  const list = { ids: JSON.stringify(ids) }
  for (const row of await ownOf.all(db, list)) found.set(row.id, emptyFacts(row))
  for (const row of await belongingsOf.all(db, list)) {
    const facts = found.get(row.id)
    if (facts) put(facts, row)
  }
  return found
}

const documentsOf = preparedSql(
  (at: { ids: string }) => sql<{ id: GuestId; number: string }>`
    select guest_id as id, number from guest_documents where guest_id in ${listedIn(at.ids)}`,
)

/** The document numbers of the given guests; those without any are left out. */
export async function readDocumentNumbers(
  db: Reader,
  ids: readonly GuestId[],
): Promise<Map<GuestId, string[]>> {
  const found = new Map<GuestId, string[]>()
  if (ids.length === 0) return found
  for (const { id, number } of await documentsOf.all(db, { ids: JSON.stringify(ids) }))
    found.set(id, [...(found.get(id) ?? []), number])
  return found
}

function emptyFacts(row: Own): GuestFacts {
  return {
    parts: {
      nativeName: row.native_name,
      familyName: row.family_name,
      givenName: row.given_name,
      phones: [],
      emails: [],
      memberships: [],
    },
    nationality: row.nationality,
    unnamed: row.unnamed === 1,
    tier: null,
    tags: [],
    alerts: 0,
  }
}

function put(facts: GuestFacts, { kind, value, tier, first }: Belonging): void {
  const { phones, emails, memberships } = facts.parts
  if (kind === 'alert') facts.alerts += 1
  else if (kind === 'tag') facts.tags.push(value)
  else if (kind === 'membership') {
    memberships.push(value)
    facts.tier ??= tier
  } else if (kind === 'email') add(emails, value, first === 1)
  else add(phones, value, kind === 'mobile' && (first === 1 || phones.length === 0))
}

function add(values: string[], value: string, atFront: boolean): void {
  if (atFront) values.unshift(value)
  else values.push(value)
}
