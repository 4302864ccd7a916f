import { type RawBuilder, sql } from 'kysely'
import { foldLabel } from '#shared/domain/folio/paper.ts'
import { exactNameKeys } from '#shared/domain/search/exact-names.ts'
import { type ParsedSearch, tailSearch } from '#shared/domain/search/query.ts'
import { addDays, type BusinessDate, type GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { readMatchingGuests } from '../../dialect/sqlite/guest-search.ts'
import { foldedLabel, sourceNumber } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { type GuestFilter, narrowed, passes, passing } from '../guest/filter.ts'
import { matchingAmong, readGuestsNear } from './near-guests.ts'
import { readSimilar } from './similar.ts'

/** Why a guest is found without a word of the profile matching. */
export type NumberMatch = { field: 'confirmation' | 'membership' | 'room' | 'paper'; text: string }

/** Where the page before ended: so many of the first section, or a guest of the second. */
export type SearchKey = { lead: number } | { tail: number }

export type SearchPage = {
  ids: GuestId[]
  next: SearchKey | null
  /** How many are found exactly. */
  total: number
  capped: boolean
  numbers: Map<GuestId, NumberMatch>
  /** Those at the end of a first page whose name is only similar. */
  similar: ReadonlySet<GuestId>
}

type Search = {
  typed: ParsedSearch
  filter: GuestFilter
  businessDate: BusinessDate
  /** Leaves out who is only found by the beginning of a confirmation number: bookings are listed beside. */
  wholeNumbers?: boolean
}

/**
 * Counting stops here: who sees “200+” types on, and two common words (“zhang de”) are slow to count to the end at
 * every key.
 */
const mostFound = 200

/** The first section is held to this: what comes first must be few. */
const mostLead = 200

/**
 * Guests found by what is typed. First those whose number was typed, those of exactly that name, those in the house
 * or about to come; then all others, the newest profile first; at the end of a page that they don't fill, those whose
 * name is similar. Ranking by relevance (bm25) would read every match: at a million guests that is felt at each key.
 */
export async function searchGuests(
  db: Reader,
  search: Search,
  after: SearchKey | null,
  limit: number,
): Promise<SearchPage> {
  const page = await searchExactly(db, search, after, limit)
  const left = limit - page.ids.length
  if (after !== null || page.next !== null || left === 0) return { ...page, similar: new Set() }
  const similar = await readSimilar(db, search, page.ids, left)
  return { ...page, ids: [...page.ids, ...similar], similar: new Set(similar) }
}

async function searchExactly(
  db: Reader,
  search: Search,
  after: SearchKey | null,
  limit: number,
): Promise<Omit<SearchPage, 'similar'>> {
  const numbers = await readNumbers(db, search)
  const lead = await readLead(db, search, numbers)
  const from = after && 'lead' in after ? after.lead : after ? lead.length : 0
  const first = lead.slice(from, from + limit)
  const tail = await readTail(db, search)
  const leadSet = new Set(lead)
  const known = new Set(tail.ids)
  const all = tail.ids.length + lead.filter((id) => !known.has(id)).length
  const counts = {
    total: tail.complete ? all : tail.ids.length - 1,
    capped: !tail.complete,
    numbers: numbers.found,
  }
  if (from + first.length < lead.length) return { ids: first, next: { lead: from + first.length }, ...counts }
  const below = after && 'tail' in after ? after.tail : Number.MAX_SAFE_INTEGER
  const wanted = limit - first.length
  const rest = (await beyond(db, search, tail, below, wanted + lead.length + 1)).filter(
    (id) => !leadSet.has(id),
  )
  const shown = rest.slice(0, wanted)
  const ids = [...first, ...shown]
  const last = shown.at(-1)
  return { ids, next: nextOf(rest.length > wanted, last, lead.length), ...counts }
}

function nextOf(more: boolean, last: GuestId | undefined, lead: number): SearchKey | null {
  if (!more) return null
  return last === undefined ? { lead } : { tail: last }
}

/** The guests that come first, each once, in order. */
async function readLead(db: Reader, search: Search, { found, begun }: Numbers): Promise<GuestId[]> {
  const { typed, filter, businessDate } = search
  const { terms } = typed
  const nearby = terms.length === 0 ? [] : await readGuestsNear(db, businessDate)
  const near = terms.length === 0 ? [] : await matchingAmong(db, nearby, terms)
  const tails = await readTails(db, search, nearby)
  // Who is known by the end of a telephone isn't told by a confirmation number that only begins so.
  for (const id of tails) if (begun.has(id)) found.delete(id)
  const named = await readExactNames(db, typed.text)
  const called = new Set(named)
  const lead = new Set([
    ...[...found.keys()].filter((id) => !begun.has(id)),
    ...tails,
    ...begun,
    ...near.filter((id) => called.has(id)),
    ...named,
    ...near.slice(0, mostLead),
  ])
  return passing(db, [...lead], filter)
}

/** Guests whose telephone ends with the three to six digits typed: those in the house or about to come, then the newest. */
async function readTails(db: Reader, { typed }: Search, nearby: readonly GuestId[]): Promise<GuestId[]> {
  const tails = tailSearch(typed)
  if (!tails?.match) return []
  const near = await matchingAmong(db, nearby, tails.terms)
  const page = { match: tails.match, below: Number.MAX_SAFE_INTEGER, limit: mostLead }
  return [...near, ...(await readMatchingGuests(db, page, null))]
}

/** `complete` when no match was left out; else the last of the ids is only there to tell that there are more. */
type Tail = { ids: GuestId[]; complete: boolean }

/** All other matches, newest first, as far as they are counted. */
async function readTail(db: Reader, search: Search): Promise<Tail> {
  const { terms } = search.typed
  if (terms.length === 0) return { ids: [], complete: true }
  const found = passes(search.filter) ? await narrowed(db, search.filter) : null
  if (found && 'few' in found) {
    const newest = [...found.few].sort((a, b) => b - a)
    return { ids: await matchingAmong(db, newest, terms), complete: true }
  }
  const ids = await matched(db, search, Number.MAX_SAFE_INTEGER, mostFound + 1)
  return { ids, complete: ids.length <= mostFound }
}

/** Matches older than a guest: from what was read already, as far as that reaches. */
async function beyond(
  db: Reader,
  search: Search,
  tail: Tail,
  below: number,
  limit: number,
): Promise<GuestId[]> {
  const ids = tail.ids.filter((id) => id < below).slice(0, limit)
  return tail.complete || ids.length === limit ? ids : matched(db, search, below, limit)
}

async function matched(db: Reader, search: Search, below: number, limit: number): Promise<GuestId[]> {
  const { match } = search.typed
  if (match === null) return []
  return readMatchingGuests(db, { match, below, limit }, passes(search.filter))
}

/** From so many digits on, confirmation numbers that go on from them are few enough to be meant; so many are shown. */
const confirmationBegins = 5
const mostBegun = 8

/** `begun`: those of them whose confirmation number only begins with what was typed. */
type Numbers = { found: Map<GuestId, NumberMatch>; begun: Set<GuestId> }

/** Guests whose confirmation, membership, room or invoice number was typed: whole, or the beginning of a confirmation number. */
async function readNumbers(
  db: Reader,
  { typed: { text }, businessDate, wholeNumbers = false }: Search,
): Promise<Numbers> {
  const found = new Map<GuestId, NumberMatch>()
  const begun = new Set<GuestId>()
  const number = foldLabel(text)
  if (!/^[0-9A-Z]{1,32}$/.test(number) || !/\d/.test(number)) return { found, begun }
  const { rows } = await sql<{ id: GuestId; field: NumberMatch['field']; text: string; only_begins: 0 | 1 }>`
    select guest_id as id, 'confirmation' as field, confirmation_no as text, 0 as only_begins from bookings
    where confirmation_no = ${number}
    union all select guest_id, 'membership', number, 0 from memberships where number in (${number}, ${text})
    union all ${inRoom(number, businessDate)}
    union all ${onPaper(number)}
    union all select guest_id, 'confirmation', ${sourceNumber}, 0 from bookings where ${sourceNumber} = ${text.trim()}
    ${wholeNumbers ? sql`` : beginningSo(number)}`.execute(readWith(db))
  for (const { id, only_begins, ...match } of rows) {
    if (found.has(id)) continue
    found.set(id, match)
    if (only_begins) begun.add(id)
  }
  return { found, begun }
}

/** Whose folio a paper of that number is of. */
function onPaper(number: string): RawBuilder<unknown> {
  return sql`select coalesce(f.guest_id, b.guest_id), 'paper', p.label, 0
    from (select label, folio_id from papers where ${foldedLabel} = ${number}) p
      join folios f on f.id = p.folio_id left join bookings b on b.id = f.booking_id
    where coalesce(f.guest_id, b.guest_id) is not null`
}

function beginningSo(number: string): RawBuilder<unknown> {
  if (!/^\d+$/.test(number) || number.length < confirmationBegins) return sql``
  return sql`union all select * from (select guest_id, 'confirmation', confirmation_no, 1 from bookings
    where confirmation_no > ${number} and confirmation_no < ${`${number}:`} order by confirmation_no desc limit ${mostBegun})`
}

/** Who sleeps in the room: a guest who leaves today has slept there last night. */
function inRoom(number: string, businessDate: BusinessDate): RawBuilder<unknown> {
  return sql`select b.guest_id, 'room', r.number, 0 from rooms r
    cross join room_nights n cross join bookings b
    where r.number = ${number} and n.room_id = r.id and n.live = 1
      and n.night in (${addDays(businessDate, -1)}, ${businessDate})
      and b.id = n.booking_id and b.status = 'in-house'`
}

/** Guests called exactly so, in either script and any order of a Latin name, as typed before variants; at most fifty. */
async function readExactNames(db: Reader, text: string): Promise<GuestId[]> {
  const keys = exactNameKeys(text)
  if (keys.length === 0) return []
  // A Latin name may be followed by the same name in its own script ("zhang wei 张伟"), whose bytes are all above "~";
  // what continues in letters ("zhang wei ming") is another name.
  const found: GuestId[] = []
  for (const key of keys) {
    const rows = await calledSo.all(db, { key, from: `${key} ~`, to: `${key}!` })
    found.push(...rows.map(({ id }) => id).sort((a, b) => b - a))
  }
  return found.slice(0, 50)
}

const calledSo = preparedSql(
  (at: { key: string; from: string; to: string }) => sql<{ id: GuestId }>`
    select id from (select id from guests where sort_key = ${at.key} order by id desc limit 50) union all
    select id from (select id from guests where sort_key > ${at.from} and sort_key < ${at.to} limit 50)`,
)
