import { sql } from 'kysely'
import type { SearchTerm } from '#shared/domain/search/query.ts'
import { guestTokens } from '#shared/domain/search/tokens.ts'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import { addDays } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { idList, storeVersion } from '../../dialect/sqlite/ids.ts'
import type { Reader } from '../../handles.ts'
import { readDocumentNumbers, readGuestFacts } from '../guest/parts.ts'

/**
 * A few guests matter more than a million others: those in the house and those who come or go these days. The
 * full-text index can't be asked about a list of row numbers (it starts again for each), so their tokens are kept
 * in memory, checked against the guests' versions whenever the store has changed.
 */
/** `tokens` begin and end with a space, so that one look through the text answers for a prefix and for a whole token. */
type Kept = { version: number; checkedAt: number; tokens: string }
type Near = {
  storeVersion: number
  businessDate: BusinessDate
  ids: GuestId[]
  inHouse: Set<GuestId>
  /** By what the list of guests has them under; read when it is first asked for. */
  byKey: Map<string, GuestId[]> | null
}
/** The tokens of a list of guests as one text, a line each: one look through it finds who is meant. */
type Lines = { of: readonly GuestId[]; at: number; text: string; starts: number[] }
type Memory = {
  guests: Map<GuestId, Kept>
  near: Near | null
  /** The list that was last brought up to date, and the store's version then. */
  checked: readonly GuestId[] | null
  checkedAt: number
  lines: Lines | null
}

const memories = new WeakMap<Reader, Memory>()
/** More guests than a large hotel has in the house, due in and due out. */
const mostKept = 20_000

function memoryOf(db: Reader): Memory {
  const known = memories.get(db)
  if (known) return known
  const fresh: Memory = { guests: new Map(), near: null, checked: null, checkedAt: 0, lines: null }
  memories.set(db, fresh)
  return fresh
}

/** Guests in the house first, then those who arrive on the business date, the day before and the day after. */
export async function readGuestsNear(db: Reader, businessDate: BusinessDate): Promise<GuestId[]> {
  const memory = memoryOf(db)
  const version = await storeVersion(db)
  const { near } = memory
  if (near && near.storeVersion === version && near.businessDate === businessDate) return near.ids
  const [before, after] = [addDays(businessDate, -1), addDays(businessDate, 1)]
  const { rows } = await sql<{ id: GuestId; rank: number }>`
    select id, min(rank) as rank from (
      select guest_id as id, 0 as rank from bookings where status = 'in-house'
      union all
      select c.guest_id, 0 from bookings b cross join booking_companions c
      where b.status = 'in-house' and c.booking_id = b.id
      union all
      select guest_id, case when arrival = ${businessDate} then 1 else 2 end from bookings
      where arrival in (${before}, ${businessDate}, ${after}) and status = 'confirmed'
    ) group by id order by rank, id desc`.execute(readWith(db))
  const ids = rows.map(({ id }) => id)
  const inHouse = new Set(rows.filter(({ rank }) => rank === 0).map(({ id }) => id))
  memory.near = { storeVersion: version, businessDate, ids, inHouse, byKey: null }
  return ids
}

/** Those of the given guests that are in the house: nobody else's room needs to be looked for. */
export async function thoseInHouse(
  db: Reader,
  businessDate: BusinessDate,
  ids: readonly GuestId[],
): Promise<GuestId[]> {
  await readGuestsNear(db, businessDate)
  return ids.filter((id) => memoryOf(db).near?.inHouse.has(id))
}

/** The same guests by their sort key, without the name in another script that it may end with. */
export async function readNearByKey(
  db: Reader,
  businessDate: BusinessDate,
): Promise<ReadonlyMap<string, GuestId[]>> {
  const ids = await readGuestsNear(db, businessDate)
  const near = memoryOf(db).near as Near
  if (near.byKey) return near.byKey
  const { rows } = await sql<{ id: GuestId; sort_key: string }>`
    select id, sort_key from guests where id in ${idList(ids)}`.execute(readWith(db))
  const keyOf = new Map(rows.map(({ id, sort_key }) => [id, sort_key.replace(/ [^\x00-\x7f].*$/, '')]))
  near.byKey = Map.groupBy(ids, (id) => keyOf.get(id) ?? '')
  return near.byKey
}

/** Those of the given guests that match every term, in the order given. */
export async function matchingAmong(
  db: Reader,
  ids: readonly GuestId[],
  terms: readonly SearchTerm[],
): Promise<GuestId[]> {
  const memory = memoryOf(db)
  await refresh(db, memory, ids)
  const [first = [], ...others] = needlesOf(terms)
  const lines = linesOf(memory, ids)
  const found = new Set(first.flatMap((needle) => linesWith(lines, needle)))
  return [...found]
    .sort((a, b) => a - b)
    .map((line) => ids[line] as GuestId)
    .filter((id) => {
      const tokens = memory.guests.get(id)?.tokens ?? ''
      return others.every((any) => any.some((needle) => tokens.includes(needle)))
    })
}

function linesOf(memory: Memory, ids: readonly GuestId[]): Lines {
  const { lines, checkedAt } = memory
  if (lines && lines.of === ids && lines.at === checkedAt) return lines
  const starts: number[] = []
  let text = ''
  for (const id of ids) {
    starts.push(text.length)
    text += `${memory.guests.get(id)?.tokens ?? ''}\n`
  }
  memory.lines = { of: ids, at: checkedAt, text, starts }
  return memory.lines
}

/** The lines that hold a needle, in order. */
function linesWith({ text, starts }: Lines, needle: string): number[] {
  // Without its space: every token begins with one, and looking twice at each is most of the job.
  const token = needle.slice(1)
  const found: number[] = []
  let line = 0
  for (let at = text.indexOf(token); at >= 0; ) {
    if (text[at - 1] !== ' ') {
      at = text.indexOf(token, at + 1)
      continue
    }
    while (line + 1 < starts.length && (starts[line + 1] as number) <= at) line++
    found.push(line)
    // On to the next guest: where in the line it is does not matter.
    const next = starts[line + 1]
    at = next === undefined ? -1 : text.indexOf(token, next)
  }
  return found
}

/** What each term looks for in a text of tokens. */
function needlesOf(terms: readonly SearchTerm[]): string[][] {
  return terms.map(({ any }) => any.map(({ token, prefix }) => (prefix ? ` ${token}` : ` ${token} `)))
}

async function refresh(db: Reader, memory: Memory, ids: readonly GuestId[]): Promise<void> {
  const now = await storeVersion(db)
  if (memory.checkedAt === now && memory.checked === ids) return
  const unchecked = ids.filter((id) => memory.guests.get(id)?.checkedAt !== now)
  if (unchecked.length > 0) await readTokens(db, memory, unchecked, now)
  memory.checked = ids
  memory.checkedAt = now
}

/** Reads the tokens of those that are new or were changed since they were read. */
async function readTokens(db: Reader, memory: Memory, unchecked: GuestId[], now: number): Promise<void> {
  if (memory.guests.size + unchecked.length > mostKept) memory.guests.clear()
  const { rows } = await sql<{ id: GuestId; version: number }>`
    select id, version from guests where id in ${idList(unchecked)}`.execute(readWith(db))
  const changed = rows.filter(({ id, version }) => memory.guests.get(id)?.version !== version)
  for (const { id } of rows) {
    const kept = memory.guests.get(id)
    if (kept) kept.checkedAt = now
  }
  const ids = changed.map(({ id }) => id)
  const facts = await readGuestFacts(db, ids)
  const documents = await readDocumentNumbers(db, ids)
  for (const { id, version } of changed) {
    const parts = facts.get(id)?.parts
    const tokens = parts ? ` ${guestTokens({ ...parts, documents: documents.get(id) ?? [] })} ` : ''
    memory.guests.set(id, { version, checkedAt: now, tokens })
  }
}
