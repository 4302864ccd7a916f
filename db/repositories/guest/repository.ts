import { type Selectable, sql } from 'kysely'
import type { DocumentKind } from '#shared/domain/document/kinds.ts'
import type { Gender, Salutation } from '#shared/domain/guest/choices.ts'
import type { DocumentPart, GuestFields, GuestIdentity, GuestImage } from '#shared/domain/guest/image.ts'
import { sortKey } from '#shared/domain/name/pinyin.ts'
import { guestTokens } from '#shared/domain/search/tokens.ts'
import type { GuestId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { deleteGuestTokens, writeGuestTokens } from '../../dialect/sqlite/guest-search.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { GuestsTable } from '../../schema/guest.ts'
import { childTables, readChildren, readIdentityParts, saveChildren } from './children.ts'

const guestById = prepared((db, at: { id: GuestId }) =>
  db.selectFrom('guests').selectAll().where('id', '=', at.id),
)

/** A guest as an image with its version; null when there is none with this id. */
export async function loadGuest(
  db: Reader,
  id: number,
): Promise<{ image: GuestImage; version: number } | null> {
  const row = await guestById.first(db, { id: id as GuestId })
  if (!row) return null
  const image: GuestImage = { ...ownFields(row), ...(await readChildren(db, id as GuestId)) }
  return { image, version: row.version }
}

/** Who a guest is, with the version; null when there is none with this id. */
export async function loadGuestIdentity(
  db: Reader,
  id: GuestId,
): Promise<{ image: GuestIdentity; version: number } | null> {
  const row = await guestById.first(db, { id })
  if (!row) return null
  return { image: { ...ownFields(row), ...(await readIdentityParts(db, id)) }, version: row.version }
}

/** What a guest's own row holds of the image. */
export function ownFields(row: Selectable<GuestsTable>) {
  return {
    nativeName: row.native_name,
    familyName: row.family_name,
    givenName: row.given_name,
    salutation: row.salutation as Salutation,
    gender: row.gender as Gender,
    birthDate: row.birth_date,
    nationality: row.nationality,
    language: row.language,
    unnamed: row.unnamed === 1,
    createdAt: row.created_at,
  }
}

/**
 * Writes what differs between two images of a guest and raises its version by one; `before` null inserts it at
 * version 1, `after` null deletes it. Sort key and search tokens are right again in the same transaction.
 */
export async function saveGuest(
  tx: Writer,
  id: number,
  before: GuestImage | null,
  after: GuestImage | null,
): Promise<void> {
  const guestId = id as GuestId
  if (!after) {
    await deleteGuest(tx, guestId)
    return
  }
  if (before) {
    await writeWith(tx)
      .updateTable('guests')
      .set((row) => ({ ...guestColumns(after), version: row('version', '+', 1) }))
      .where('id', '=', guestId)
      .execute()
  } else {
    await writeWith(tx)
      .insertInto('guests')
      .values({ id: guestId, ...guestColumns(after), version: 1 })
      .execute()
  }
  await saveChildren(tx, guestId, before, after)
  if (!before || searchTokens(before, []) !== searchTokens(after, [])) {
    await writeGuestTokens(tx, guestId, searchTokens(after, await membershipNumbers(tx, guestId)))
  }
}

/** Puts the tokens right after a membership of the guest was made, renumbered or taken away. */
export async function reindexGuest(tx: Writer, guestId: GuestId): Promise<void> {
  const found = await loadGuest(tx, guestId)
  if (found)
    await writeGuestTokens(tx, guestId, searchTokens(found.image, await membershipNumbers(tx, guestId)))
}

/** What is built on a guest so that it can't be taken away: the first kind of thing found, or null. */
export async function standsOnGuest(tx: Writer, guestId: GuestId): Promise<string | null> {
  const { rows } = await sql<{ kind: string }>`
    select 'booking' as kind from bookings where guest_id = ${guestId} or booker_id = ${guestId}
    union all select 'booking' from booking_companions where guest_id = ${guestId}
    union all select 'membership' from memberships where guest_id = ${guestId}
    union all select 'leaving-case' from leaving_cases where guest_id = ${guestId}
    union all select 'guest-judgement' from guest_judgements where guest_id = ${guestId}
    union all select 'offer' from offers where guest_id = ${guestId}
    union all select 'folio' from folios where guest_id = ${guestId}
    union all select 'folio' from folio_windows where payee_guest_id = ${guestId}
    union all select 'registrant' from registrants where id = ${guestId}
    union all select 'registration' from registrations where guest_id = ${guestId}
    union all select 'minor-sheet' from minor_sheets where guest_id = ${guestId}
    union all select 'visitor' from visitors where guest_id = ${guestId} limit 1`.execute(writeWith(tx))
  return rows[0]?.kind ?? null
}

const ownersByNumber = preparedSql(
  (at: { kind: DocumentKind; number: string }) => sql<{ guest_id: GuestId; country: string }>`
    with recursive steps (country) as (
      select (select min(country) from guest_documents where kind = ${at.kind})
      union all select (select min(country) from guest_documents where kind = ${at.kind} and country > steps.country)
        from steps where country is not null
    )
    select guest_id, guest_documents.country from steps cross join guest_documents
    where kind = ${at.kind} and guest_documents.country = steps.country and number = ${at.number}
    order by guest_id`,
)

/**
 * The guests that a number is on file for, with the country that each has it from. The index has the country before
 * the number: it is stepped through country by country.
 */
export async function ownersOfNumber(
  tx: Reader,
  { kind, number }: Pick<DocumentPart, 'kind' | 'number'>,
): Promise<{ guestId: GuestId; country: string }[]> {
  const rows = await ownersByNumber.all(tx, { kind, number })
  return rows.map(({ guest_id, country }) => ({ guestId: guest_id, country }))
}

/** True when a guest with this id is on file. */
export async function guestExists(db: Reader, id: GuestId): Promise<boolean> {
  return (
    (await readWith(db).selectFrom('guests').select('id').where('id', '=', id).executeTakeFirst()) !==
    undefined
  )
}

/** Where a guest is in the list by name; null when there is none with this id. */
export async function readSortKey(db: Reader, id: number): Promise<string | null> {
  const row = await readWith(db)
    .selectFrom('guests')
    .select('sort_key')
    .where('id', '=', id as GuestId)
    .executeTakeFirst()
  return row?.sort_key ?? null
}

/** A guest's own columns; import and demo write whole rows in bulk with it. */
export function guestColumns(image: GuestFields) {
  return {
    native_name: image.nativeName,
    family_name: image.familyName,
    given_name: image.givenName,
    sort_key: sortKey(image),
    salutation: image.salutation,
    gender: image.gender,
    birth_date: image.birthDate,
    nationality: image.nationality,
    language: image.language,
    unnamed: flag(image.unnamed),
    created_at: image.createdAt,
  }
}

/** The words that a guest is found by, from the image and the numbers of the guest's memberships. */
export function searchTokens(image: GuestImage, memberships: readonly string[]): string {
  const contacts = Object.values(image.contacts)
  return guestTokens({
    nativeName: image.nativeName,
    familyName: image.familyName,
    givenName: image.givenName,
    phones: contacts.filter(({ kind }) => kind === 'mobile' || kind === 'phone').map(({ value }) => value),
    emails: contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value),
    documents: Object.values(image.documents).map(({ number }) => number),
    memberships,
  })
}

async function deleteGuest(tx: Writer, guestId: GuestId): Promise<void> {
  await deleteGuestTokens(tx, guestId)
  // By name, not by the cascade: deleting must do the same in a store that has none.
  for (const table of childTables)
    await writeWith(tx).deleteFrom(table).where('guest_id', '=', guestId).execute()
  await writeWith(tx).deleteFrom('guests').where('id', '=', guestId).execute()
}

async function membershipNumbers(tx: Writer, guestId: GuestId): Promise<string[]> {
  const rows = await writeWith(tx)
    .selectFrom('memberships')
    .select('number')
    .where('guest_id', '=', guestId)
    .orderBy('id')
    .execute()
  return rows.map(({ number }) => number)
}
