/** guest.search and search.palette by hand: raw prepared statements that give the same rows. */
import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { latinName } from '#shared/domain/name/name.ts'
import { exactNameKeys } from '#shared/domain/search/exact-names.ts'
import { parseSearch, type SearchTerm, tailSearch } from '#shared/domain/search/query.ts'
import { similarNames } from '#shared/domain/search/similar.ts'
import { guestTokens } from '#shared/domain/search/tokens.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'

export type FloorRow = {
  id: number
  name: string
  latinName: string
  nationality: string
  tier: string | null
  tags: string[]
  phone: string
  stays: number
  lastStay: string | null
  nextArrival: string | null
  inHouseRoom: string | null
  openRequests: number
  alerts: number
  similar: boolean
}

type Names = { native_name: string; family_name: string; given_name: string }
const mostFound = 200
const mostSimilar = 12
const enough = 6

export type SearchFloor = {
  search: (text: string, limit: number) => { rows: FloorRow[]; total: number; capped: boolean }
  palette: (text: string, limit: number) => number[]
  rows: (ids: readonly number[]) => FloorRow[]
}

export function searchFloor(raw: RawDatabase, today: BusinessDate): SearchFloor {
  const yesterday = addDays(today, -1)
  const statements = prepareSearch(raw)
  const near = nearGuests(raw, today)

  function lead(text: string, wholeNumbers: boolean): number[] {
    const typed = text.replace(/[\s#№-]/g, '').toUpperCase()
    const found = new Set<number>()
    const begun = new Set<number>()
    if (/^[0-9A-Z]{1,32}$/.test(typed) && /\d/.test(typed)) {
      for (const id of statements.confirmation.all(typed) as number[]) found.add(id)
      for (const id of statements.membership.all(typed, text) as number[]) found.add(id)
      for (const id of statements.room.all(typed, yesterday, today) as number[]) found.add(id)
      if (!wholeNumbers && /^\d{5,}$/.test(typed))
        for (const id of statements.begun.all(typed, `${typed}:`) as number[]) begun.add(id)
    }
    const parsed = parseSearch(text)
    const tails = tailSearch(parsed)
    if (tails) {
      for (const id of near.matching(tails.terms)) found.add(id)
      for (const id of statements.match.all(tails.match, 200) as number[]) found.add(id)
    }
    for (const id of begun) found.add(id)
    const named: number[] = []
    for (const key of exactNameKeys(text)) {
      const called = statements.named.all(key, `${key} ~`, `${key}!`) as number[]
      named.push(...called.sort((a, b) => b - a))
    }
    const called = new Set(named.slice(0, 50))
    const close = near.matching(parsed.terms)
    for (const id of close) if (called.has(id)) found.add(id)
    for (const id of called) found.add(id)
    for (const id of close.slice(0, 200)) found.add(id)
    return [...found]
  }

  function similar(text: string, exact: readonly number[], limit: number): number[] {
    const known = new Set(exact)
    const found = new Set<number>()
    const wanted = Math.min(limit, mostSimilar)
    for (const look of similarNames(parseSearch(text), exact.length === 0)) {
      const ids =
        'keys' in look
          ? callers(look.keys)
          : (statements.match.all(look.begins, wanted + exact.length) as number[])
      for (const id of ids) if (!known.has(id)) found.add(id)
      if (found.size + exact.length >= enough) break
    }
    return [...found].slice(0, wanted)
  }

  function callers(keys: readonly string[]): number[] {
    const rows = statements.callers.all(JSON.stringify(keys)) as { at: number; ids: string }[]
    const called = new Map(rows.map(({ at, ids }) => [at, JSON.parse(ids) as number[]]))
    return keys.flatMap((key, at) => [...near.called(key), ...(called.get(at) ?? []).sort((a, b) => b - a)])
  }

  function find(text: string, limit: number, wholeNumbers = false) {
    const { match } = parseSearch(text)
    const first = lead(text, wholeNumbers)
    const tail = match === null ? [] : (statements.match.all(match, mostFound + 1) as number[])
    const complete = tail.length <= mostFound
    const inLead = new Set(first)
    const inTail = new Set(tail)
    const exact = [...first, ...tail.filter((id) => !inLead.has(id))].slice(0, limit)
    const all = tail.length + first.filter((id) => !inTail.has(id)).length
    const more = exact.length < limit ? similar(text, exact, limit - exact.length) : []
    return { ids: [...exact, ...more], more, total: complete ? all : tail.length - 1, capped: !complete }
  }

  const rows = guestRows(raw, today)
  return {
    palette: (text, limit) => find(text, limit, true).ids,
    rows,
    search: (text, limit) => {
      const { ids, more, total, capped } = find(text, limit)
      const found = rows(ids).map((row) => ({ ...row, similar: more.includes(row.id) }))
      return { rows: found, total, capped }
    },
  }
}

function prepareSearch(raw: RawDatabase) {
  return {
    match: raw
      .prepare('select rowid from guest_search where guest_search match ? order by rowid desc limit ?')
      .pluck(),
    confirmation: raw.prepare('select guest_id from bookings where confirmation_no = ?').pluck(),
    begun: raw
      .prepare(
        'select guest_id from bookings where confirmation_no > ? and confirmation_no < ? order by confirmation_no desc limit 8',
      )
      .pluck(),
    membership: raw.prepare('select guest_id from memberships where number in (?, ?)').pluck(),
    room: raw
      .prepare(
        `select b.guest_id from rooms r cross join room_nights n cross join bookings b
         where r.number = ? and n.room_id = r.id and n.live = 1 and n.night in (?, ?)
           and b.id = n.booking_id and b.status = 'in-house'`,
      )
      .pluck(),
    named: raw
      .prepare(
        `select id from guests where sort_key = ? union all
         select id from (select id from guests where sort_key > ? and sort_key < ? limit 50)`,
      )
      .pluck(),
    callers: raw.prepare(
      `select at, ids from (select k.key as at, (select json_group_array(id) from (
         select id from (select id from guests where sort_key = k.value order by id desc limit 12) union all
         select id from (select id from guests where sort_key > k.value || ' ~' and sort_key < k.value || '!' limit 12)
       )) as ids from json_each(?) k) where ids <> '[]'`,
    ),
  }
}

type Near = { matching: (terms: readonly SearchTerm[]) => number[]; called: (key: string) => number[] }

/** Guests in the house, due in and due out: their tokens in memory for as long as the store is the same. */
function nearGuests(raw: RawDatabase, today: BusinessDate): Near {
  const version = raw.prepare('pragma data_version').pluck()
  const list = raw
    .prepare(
      `select id from (
         select guest_id as id, 0 as rank from bookings where status = 'in-house'
         union all select c.guest_id, 0 from bookings b cross join booking_companions c
           where b.status = 'in-house' and c.booking_id = b.id
         union all select guest_id, case when arrival = $today then 1 else 2 end from bookings
           where arrival in ($yesterday, $today, $tomorrow) and status = 'confirmed'
       ) group by id order by min(rank), id desc`,
    )
    .pluck()
  const names = raw.prepare('select native_name, family_name, given_name, sort_key from guests where id = ?')
  const contacts = raw.prepare('select kind, value from guest_contacts where guest_id = ?')
  const documents = raw.prepare('select number from guest_documents where guest_id = ?').pluck()
  const memberships = raw.prepare('select number from memberships where guest_id = ?').pluck()
  let kept: ReturnType<typeof read> | null = null

  function read(now: unknown) {
    const ids = list.all({
      yesterday: addDays(today, -1),
      today,
      tomorrow: addDays(today, 1),
    }) as number[]
    const guests = ids.map((id) => {
      const { native_name, family_name, given_name, sort_key } = names.get(id) as Names & { sort_key: string }
      const own = contacts.all(id) as { kind: string; value: string }[]
      const tokens = guestTokens({
        nativeName: native_name,
        familyName: family_name,
        givenName: given_name,
        phones: own.filter(({ kind }) => kind === 'mobile' || kind === 'phone').map(({ value }) => value),
        emails: own.filter(({ kind }) => kind === 'email').map(({ value }) => value),
        documents: documents.all(id) as string[],
        memberships: memberships.all(id) as string[],
      })
      return { id, tokens: ` ${tokens} `, key: sort_key.replace(/ [^\x00-\x7f].*$/, '') }
    })
    return { version: now, guests, byKey: Map.groupBy(guests, ({ key }) => key) }
  }

  function fresh() {
    const now = version.get()
    if (kept === null || kept.version !== now) kept = read(now)
    return kept
  }
  function matching(terms: readonly SearchTerm[]): number[] {
    if (terms.length === 0) return []
    const needles = terms.map(({ any }) =>
      any.map(({ token, prefix }) => (prefix ? ` ${token}` : ` ${token} `)),
    )
    return fresh()
      .guests.filter(({ tokens }) => needles.every((any) => any.some((needle) => tokens.includes(needle))))
      .map(({ id }) => id)
  }
  return { matching, called: (key) => (fresh().byKey.get(key) ?? []).map(({ id }) => id) }
}

/** Rows of a list by id: four statements over the ids as one JSON parameter. */
function guestRows(raw: RawDatabase, today: BusinessDate): (ids: readonly number[]) => FloorRow[] {
  const own = raw.prepare(
    'select id, native_name, family_name, given_name, nationality from guests where id in (select value from json_each(?))',
  )
  const belongings = raw.prepare(
    `select guest_id as id, kind, value, null as tier, is_primary as first from guest_contacts
       where guest_id in (select value from json_each($ids)) and kind in ('mobile', 'phone')
     union all select guest_id, 'membership', number, tier, 0 from memberships where guest_id in (select value from json_each($ids))
     union all select guest_id, 'tag', tag, null, 0 from guest_tags where guest_id in (select value from json_each($ids))
     union all select guest_id, 'alert', '', null, 0 from guest_alerts where guest_id in (select value from json_each($ids))`,
  )
  const stays = raw.prepare(
    `select b.guest_id as id, sum(b.status = 'checked-out') as stays,
       max(case when b.status = 'checked-out' then b.departure end) as last_stay,
       min(case when b.status = 'confirmed' and b.arrival >= $today then b.arrival end) as next_arrival,
       sum(case when b.status in ('cancelled', 'no-show') then 0 else b.open_requests end) as open_requests
     from bookings b where b.guest_id in (select value from json_each($ids)) group by b.guest_id`,
  )
  const house = raw.prepare(
    `select s.guest_id as id, (select r.number from room_nights n join rooms r on r.id = n.room_id
         where n.booking_id = s.booking_id and n.night <= $today order by n.night desc limit 1) as room
     from (select guest_id, id as booking_id from bookings where guest_id in (select value from json_each($ids)) and status = 'in-house'
       union all select c.guest_id, b.id from booking_companions c cross join bookings b
       where c.guest_id in (select value from json_each($ids)) and b.id = c.booking_id and b.status = 'in-house') s`,
  )
  return (ids) => {
    const list = JSON.stringify(ids)
    const rows = new Map<number, FloorRow>()
    for (const row of own.all(list) as (Names & { id: number; nationality: string })[])
      rows.set(row.id, rowOf(row))
    for (const row of belongings.all({ ids: list }) as Belonging[]) put(rows.get(row.id) as FloorRow, row)
    for (const row of stays.all({ ids: list, today }) as Stays[]) {
      Object.assign(rows.get(row.id) as FloorRow, {
        stays: row.stays,
        lastStay: row.last_stay,
        nextArrival: row.next_arrival,
        openRequests: row.open_requests,
      })
    }
    for (const { id, room } of house.all({ ids: list, today }) as { id: number; room: string | null }[]) {
      ;(rows.get(id) as FloorRow).inHouseRoom = room
    }
    return ids.map((id) => rows.get(id) as FloorRow)
  }
}

type Belonging = { id: number; kind: string; value: string; tier: string | null; first: number }
type Stays = {
  id: number
  stays: number
  last_stay: string | null
  next_arrival: string | null
  open_requests: number
}

function rowOf(row: Names & { id: number; nationality: string }): FloorRow {
  const names = { nativeName: row.native_name, familyName: row.family_name, givenName: row.given_name }
  const latin = latinName(names)
  return {
    id: row.id,
    name: names.nativeName || latin,
    latinName: latin,
    nationality: row.nationality,
    tier: null,
    tags: [],
    phone: '',
    stays: 0,
    lastStay: null,
    nextArrival: null,
    inHouseRoom: null,
    openRequests: 0,
    alerts: 0,
    similar: false,
  }
}

function put(row: FloorRow, { kind, value, tier, first }: Belonging): void {
  if (kind === 'alert') row.alerts += 1
  else if (kind === 'tag') row.tags.push(value)
  else if (kind === 'membership') row.tier ??= tier
  else if (row.phone === '' || (kind === 'mobile' && first === 1)) row.phone = value
}
