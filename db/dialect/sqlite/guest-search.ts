import { type RawBuilder, sql } from 'kysely'
import type { GuestId } from '#shared/values/index.ts'
import type { Reader, Writer } from '../../handles.ts'
import { readWith, writeWith } from '../building.ts'
import { preparedSql } from './prepared.ts'

type Page = { match: string; below: number; limit: number }

/** Guests whose tokens match in the full-text index, the newest profile first; with `test`, only those that pass it. */
export async function readMatchingGuests(
  db: Reader,
  page: Page,
  test: RawBuilder<unknown> | null,
): Promise<GuestId[]> {
  const { rows } = test ? await matchesPassing(page, test).execute(readWith(db)) : await matches.run(db, page)
  return rows.map(({ id }) => id)
}

const matches = preparedSql(
  (at: Page) => sql<{ id: GuestId }>`
    select rowid as id from guest_search where guest_search match ${at.match} and rowid < ${at.below}
    order by rowid desc limit ${at.limit}`,
)

function matchesPassing({ match, below, limit }: Page, test: RawBuilder<unknown>) {
  return sql<{ id: GuestId }>`
    select f.rowid as id from guest_search f cross join guests g
    where f.guest_search match ${match} and f.rowid < ${below} and g.id = f.rowid and ${test}
    order by f.rowid desc limit ${limit}`
}

/** The guests whose tokens match, as a set for `in`. */
export function guestsMatching(match: string): RawBuilder<GuestId> {
  return sql<GuestId>`(select rowid from guest_search where guest_search match ${match})`
}

/** Replaces a guest's tokens in the full-text index; without tokens the guest is not found by words. */
export async function writeGuestTokens(tx: Writer, guestId: GuestId, tokens: string): Promise<void> {
  await deleteGuestTokens(tx, guestId)
  if (tokens !== '')
    await writeWith(tx).insertInto('guest_search').values({ rowid: guestId, tokens }).execute()
}

/** Takes a guest out of the full-text index. */
export async function deleteGuestTokens(tx: Writer, guestId: GuestId): Promise<void> {
  await writeWith(tx).deleteFrom('guest_search').where('rowid', '=', guestId).execute()
}
