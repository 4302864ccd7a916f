import type { Reader } from '#db/handles.ts'
import { readGuestNames } from '#db/queries/change/labels.ts'
import type { ItemRow } from '#db/queries/insight/next.ts'
import { type RuleKey, readBooksBegan, readStaysBack, readToCome } from '#db/queries/insight/rule-bookings.ts'
import { isOfExtras } from '#shared/domain/insight/rules/items.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { addDays } from '#shared/values/index.ts'
import { reads } from '../../kernel/handler.ts'
import { keyOf, keyText } from '../../kernel/page-key.ts'
import { itemsOfRow } from './asker.ts'

/** Bookings looked through for one page; a page that found fewer rows than asked for leads on from there. */
const lookedThrough = 4000
const atOnce = 500

/** The bookings that a rule speaks of: to come and without what it adds, or stays that had all of it. */
export const ruleBookings = reads('insight.ruleBookings', async (db, input, { businessDate }) => {
  const { given, adds, view, limit } = input
  // Extras are counted in the stays since the first posting
  const since = isOfExtras(input) && view === 'stays' ? await readBooksBegan(db) : null
  const covers = (row: ItemRow) => {
    if (since !== null && row.arrival < since) return false
    const items = new Set(itemsOfRow(row))
    return given.every((item) => items.has(item)) && items.has(adds) === (view === 'stays')
  }
  const begin: RuleKey = view === 'stays' ? [addDays(businessDate, 1), 0] : [businessDate, 0]
  const read = (key: RuleKey) =>
    view === 'stays' ? readStaysBack(db, key, atOnce) : readToCome(db, adds, key, atOnce)
  const { found, next } = await lookThrough(read, covers, keyOf<RuleKey>(input.after) ?? begin, limit)
  return { rows: await rowsOf(db, found), next: next && keyText(next) }
})

/** From a key on until a page is full, all was seen, or enough was looked through. */
async function lookThrough(
  read: (key: RuleKey) => Promise<ItemRow[]>,
  covers: (row: ItemRow) => boolean,
  begin: RuleKey,
  limit: number,
): Promise<{ found: ItemRow[]; next: RuleKey | null }> {
  const found: ItemRow[] = []
  let key = begin
  for (let seen = 0; seen < lookedThrough; seen += atOnce) {
    const some = await read(key)
    for (const row of some) {
      key = [row.arrival, row.id]
      if (covers(row)) found.push(row)
      if (found.length === limit) return { found, next: key }
    }
    if (some.length < atOnce) return { found, next: null }
  }
  return { found, next: key }
}

async function rowsOf(db: Reader, bookings: readonly ItemRow[]) {
  const names = await readGuestNames(
    db,
    bookings.map(({ guestId }) => guestId),
  )
  return bookings.map(({ id, guestId, arrival, departure, roomType }) => {
    const { guestName: name, guestLatinName: latinName } = bothNames(
      names.get(guestId) ?? { nativeName: '', familyName: '', givenName: '' },
    )
    return { id, guestId, name, latinName, arrival, departure, roomType }
  })
}
