import { applied, type Image, type Plain, samePlain } from '#shared/domain/change/change.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { passwordStamp } from '../../password-stamp.ts'
import { imageSql } from '../change/images.ts'
import { error, type Finding, namedOfAKind, type Progress } from './finding.ts'
import { type Kind, kinds } from './image-texts.ts'

/**
 * A thing of the log: how many changes it has, the images and parts that they left, as JSON, and its image as its tables
 * have it.
 */
type Logged = readonly [id: number, changes: number, left: string, stored: string | null]
/** Of a change's `before`, only whether there was one matters to a replay. */
type Left = { was: 0 | 1; after: Image | null }

/**
 * Replays every thing of the log and compares the result with the tables: an edit of a name, a rate or a role outside the
 * program leaves no change, so the log still has the old value. One thing after another, so that memory stays flat.
 */
export function examineImages(raw: RawDatabase, progress: Progress): Finding[] {
  const counted = raw.prepare('select count(*) from changes where entity = ?').pluck()
  const total = kinds.reduce((sum, { entity }) => sum + Number(counted.get(entity)), 0)
  let done = 0
  let told = 0
  const step = (changes: number) => {
    done += changes
    if (done - told < 5000 && done < total) return
    told = done
    progress(done, total)
  }
  return [
    ...kinds.flatMap((kind) => [...unlogged(raw, kind), ...differing(raw, kind, step)]),
    ...passwordsPutThere(raw),
  ]
}

/** A log from before stamps were written has a number there: which hash was set then is not known. */
function passwordsPutThere(raw: RawDatabase): Finding[] {
  const users = raw
    .prepare(
      `select id, password_hash as passwordHash, (
         select after ->> '$.passwordSet' from (select seq, ${imageSql(raw).after} as after from changes
           where entity = 'user' and entity_id = users.id)
         where after ->> '$.passwordSet' is not null order by seq desc limit 1
       ) as stamp from users`,
    )
    .all() as { id: number; passwordHash: string; stamp: unknown }[]
  return users
    .filter(({ stamp, passwordHash }) => typeof stamp === 'string' && stamp !== passwordStamp(passwordHash))
    .slice(0, namedOfAKind)
    .map(({ id }) => error('IMAGE_DIFFERS', { entity: 'user', id, field: 'password' }))
}

/** Guests and requests without a change are reported by `examineLogged`. */
function unlogged(raw: RawDatabase, { entity, table, loggedElsewhere }: Kind): Finding[] {
  if (loggedElsewhere) return []
  const ids = raw
    .prepare(
      `select t.id from ${table} t where not exists (select 1 from changes where entity = ? and entity_id = t.id) limit ?`,
    )
    .pluck()
    .all(entity, namedOfAKind) as number[]
  return ids.map((id) => error('IMAGE_UNLOGGED', { entity, id }))
}

function differing(raw: RawDatabase, kind: Kind, step: (changes: number) => void): Finding[] {
  const findings: Finding[] = []
  for (const [id, changes, left, stored] of readThings(raw, kind)) {
    step(changes)
    if (findings.length >= namedOfAKind) continue
    const field = differenceFrom(left, stored, kind)
    if (field === null) continue
    const named = { entity: kind.entity, id }
    if (field !== '') findings.push(error('IMAGE_DIFFERS', { ...named, field }))
    else findings.push(error(stored === null ? 'IMAGE_GONE' : 'IMAGE_UNLOGGED', named))
  }
  return findings
}

/** A thing is one row, however many changes it has: a row costs more than the text in it. */
function readThings(raw: RawDatabase, { entity, table, text }: Kind): Iterable<Logged> {
  const { before, after } = imageSql(raw)
  const statement = raw.prepare(
    `select id, changes, left, (select ${text} from ${table} t where t.id = logged.id) from (
       select entity_id as id, count(*) as changes,
         group_concat('{"was":' || (before is not null) || ',"after":' || coalesce(after, 'null') || '}', ',') as left
       from (select entity_id, ${before} as before, ${after} as after from changes where entity = ? order by entity_id, seq)
       group by entity_id
     ) logged`,
  )
  return statement.raw().iterate(entity) as Iterable<Logged>
}

/** The first field that differs in the tables; null when all is as the log left it, '' when only one of them has the thing. */
function differenceFrom(left: string, stored: string | null, kind: Kind): string | null {
  // Created as it is now, as most things are: no text has to be parsed.
  if (stored !== null && left === `{"was":0,"after":${stored}}`) return null
  const { image, whole } = replayed(JSON.parse(`[${left}]`) as Left[], kind)
  const now = stored === null ? null : (JSON.parse(stored) as Image)
  if (!image || !now) return image === now ? null : ''
  // What is logged beside the image (a document that was opened, a password that was set) is no field of it.
  for (const [field, value] of Object.entries(now)) {
    if (!Object.hasOwn(image, field)) {
      if (whole) return field
    } else if (!same(image[field] ?? null, value, whole)) return field
  }
  return null
}

/**
 * What the changes leave. `whole`: the log has the thing from its creation; else (an import's unnamed guest) only what
 * was changed since.
 */
function replayed(changes: readonly Left[], { defaults }: Kind): { image: Image | null; whole: boolean } {
  const whole = changes[0]?.was === 0
  let image: Image | null = whole ? null : {}
  for (const { was, after } of changes) {
    const next = applied(image, { before: was ? {} : null, after })
    // A hotel that was imported first is set up twice: what the second time does not name stays.
    image = defaults && next ? { ...defaults, ...image, ...next } : next
  }
  return { image, whole }
}

function same(logged: Plain, now: Plain, whole: boolean): boolean {
  if (whole || typeof logged !== 'object' || logged === null || Array.isArray(logged))
    return samePlain(logged, now)
  const there = now as { [key: string]: Plain }
  return Object.entries(logged).every(([key, value]) => samePlain(value, there[key] ?? null))
}
