import { applied, type Difference, type Image, type Plain, samePlain } from '#shared/domain/change/change.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { type RequestRow, requestImage } from '../../repositories/request/repository.ts'
import { error, type Finding, namedOfAKind } from './finding.ts'

/** A kind of thing whose rows must be what the log left them as. */
type Kind = {
  entity: 'guest' | 'user' | 'membership' | 'request' | 'settings'
  /** The rows that have to stand in the log. */
  rows: string
  /** The thing as its tables have it; null when it is not there. */
  read: (id: number) => Image | null
  /** What a thing has that its first change does not name. */
  unsaid?: Image
}

type Logged = { entity_id: number; before: string | null; after: string | null }

/**
 * Replays every guest, user, membership, request and the settings from the log and compares what comes of it with the
 * tables: who edits a name or a role past the program leaves no change, and the log knows better. Streams in the order
 * of ids, so that memory stays flat.
 */
export function examineImages(raw: RawDatabase, progress: (done: number, total: number) => void): Finding[] {
  const kinds = kindsIn(raw)
  const counted = raw.prepare('select count(*) from changes where entity = ?').pluck()
  const total = kinds.reduce((sum, { entity }) => sum + Number(counted.get(entity)), 0)
  let done = 0
  const step = () => {
    done += 1
    if (done % 5000 === 0) progress(done, total)
  }
  return kinds.flatMap((kind) => [...unlogged(raw, kind), ...differing(raw, kind, step)])
}

function unlogged(raw: RawDatabase, { entity, rows }: Kind): Finding[] {
  const ids = raw
    .prepare(
      `select t.id from ${rows} and not exists (select 1 from changes where entity = ? and entity_id = t.id) limit ?`,
    )
    .pluck()
    .all(entity, namedOfAKind) as number[]
  return ids.map((id) => error('IMAGE_UNLOGGED', { entity, id }))
}

function differing(raw: RawDatabase, kind: Kind, step: () => void): Finding[] {
  const findings: Finding[] = []
  const log = raw.prepare(
    'select entity_id, before, after from changes where entity = ? order by entity_id, seq',
  )
  let id = 0
  let replay = emptyReplay(kind)
  const end = () => {
    if (id === 0 || findings.length >= namedOfAKind) return
    const now = kind.read(id)
    const field = differenceFrom(replay, now)
    if (field === null) return
    const named = { entity: kind.entity, id }
    if (field !== '') findings.push(error('IMAGE_DIFFERS', { ...named, field }))
    else findings.push(error(now ? 'IMAGE_UNLOGGED' : 'IMAGE_GONE', named))
  }
  for (const row of log.iterate(kind.entity) as Iterable<Logged>) {
    step()
    if (row.entity_id !== id) {
      end()
      id = row.entity_id
      replay = emptyReplay(kind)
    }
    take(replay, row)
  }
  end()
  return findings
}

/** `whole`: the log tells of it from its beginning; else (an import's unnamed guest) only of what was changed since. */
type Replay = { image: Image | null; whole: boolean; begun: boolean; unsaid: Image | undefined }

function emptyReplay({ unsaid }: Kind): Replay {
  return { image: null, whole: true, begun: false, unsaid }
}

function take(replay: Replay, row: Logged): void {
  const change = { before: parsed(row.before), after: parsed(row.after) } as Difference
  if (!replay.begun && change.before) {
    replay.whole = false
    replay.image = {}
  }
  replay.begun = true
  const next = applied(replay.image, change)
  // A hotel that was imported first is founded twice: what the second time does not name stays.
  replay.image = replay.unsaid && next ? { ...replay.unsaid, ...replay.image, ...next } : next
}

/** The first field that the tables have otherwise; null when all is as the log left it, '' when one of them has it not at all. */
function differenceFrom({ image, whole }: Replay, now: Image | null): string | null {
  if (!image || !now) return image === now ? null : ''
  // What is logged beside the image (a document that was opened, a password that was set) is no field of it.
  for (const [field, value] of Object.entries(now)) {
    if (!Object.hasOwn(image, field)) {
      if (whole) return field
    } else if (!same(image[field] ?? null, value, whole)) return field
  }
  return null
}

function same(logged: Plain, now: Plain, whole: boolean): boolean {
  if (whole || typeof logged !== 'object' || logged === null || Array.isArray(logged))
    return samePlain(logged, now)
  const there = now as { [key: string]: Plain }
  return Object.entries(logged).every(([key, value]) => samePlain(value, there[key] ?? null))
}

function parsed(text: string | null): Image | null {
  return text === null ? null : (JSON.parse(text) as Image)
}

function kindsIn(raw: RawDatabase): Kind[] {
  const request = raw.prepare('select * from requests where id = ?')
  return [
    {
      entity: 'settings',
      rows: 'settings t where 1',
      unsaid: { address: '', phone: '', email: '' },
      read: reading(
        raw,
        `select hotel_name as hotelName, language, currency, time_zone as timeZone, country, address, phone, email,
           business_date as businessDate from settings where id = ?`,
      ),
    },
    {
      entity: 'user',
      rows: 'users t where 1',
      read: flagged(
        reading(raw, 'select login, name, role, language, active from users where id = ?'),
        'active',
      ),
    },
    { entity: 'membership', rows: 'memberships t where 1', read: membershipsIn(raw) },
    {
      entity: 'request',
      // Which of them the log does not know is asked beside (`examineLogged`), as for guests.
      rows: 'requests t where 0',
      read: (id) => {
        const row = request.get(id) as RequestRow | undefined
        return row ? (requestImage(row) as Image) : null
      },
    },
    { entity: 'guest', rows: 'guests t where 0', read: guestsIn(raw) },
  ]
}

function reading(raw: RawDatabase, sql: string): Kind['read'] {
  const statement = raw.prepare(sql)
  return (id) => (statement.get(id) as Image | undefined) ?? null
}

/** SQLite has no booleans. */
function flagged(read: Kind['read'], field: string): Kind['read'] {
  return (id) => {
    const image = read(id)
    return image && { ...image, [field]: image[field] === 1 }
  }
}

function membershipsIn(raw: RawDatabase): Kind['read'] {
  const read = flagged(
    reading(
      raw,
      `select guest_id as guestId, programme_id as programmeId, number, tier, tier_since as tierSince, overridden,
         joined_on as joinedOn from memberships where id = ?`,
    ),
    'overridden',
  )
  const tiers = collection(
    raw,
    'select position as key, tier, since, reason, by from membership_tiers where membership_id = ?',
  )
  return (id) => {
    const image = read(id)
    return image && { ...image, tiers: tiers(id) }
  }
}

function guestsIn(raw: RawDatabase): Kind['read'] {
  const read = flagged(
    reading(
      raw,
      `select native_name as nativeName, family_name as familyName, given_name as givenName, salutation, gender,
         birth_date as birthDate, nationality, language, unnamed, created_at as createdAt from guests where id = ?`,
    ),
    'unnamed',
  )
  const of = (columns: string, table: string, ...flags: string[]) =>
    collection(raw, `select ${columns} from ${table} where guest_id = ?`, flags)
  const parts = {
    contacts: of(
      'id as key, kind, value, is_primary as "primary", agency_masked as agencyMasked',
      'guest_contacts',
      'primary',
      'agencyMasked',
    ),
    documents: of('id as key, kind, number, country, expires_on as expiresOn', 'guest_documents'),
    preferences: of(
      'id as key, category as "group", value, source, noted_on as notedOn',
      'guest_preferences',
    ),
    notes: of('id as key, text, at, by', 'guest_notes'),
    alerts: of('id as key, area, text, blocks', 'guest_alerts'),
    consents: of('channel as key, granted, at, wording, by', 'guest_consents', 'granted'),
  }
  const tags = raw.prepare('select tag from guest_tags where guest_id = ?').pluck()
  return (id) => {
    const image = read(id)
    if (!image) return null
    for (const [name, entries] of Object.entries(parts)) image[name] = entries(id)
    image.tags = Object.fromEntries((tags.all(id) as string[]).map((tag) => [tag, true]))
    return image
  }
}

/** The rows of a collection, each under its `key`. */
function collection(raw: RawDatabase, sql: string, flags: readonly string[] = []) {
  const statement = raw.prepare(sql)
  return (id: number): { [key: string]: Plain } =>
    Object.fromEntries(
      (statement.all(id) as Image[]).map(({ key, ...entry }) => {
        for (const flag of flags) entry[flag] = entry[flag] === 1
        return [String(key), entry]
      }),
    )
}
