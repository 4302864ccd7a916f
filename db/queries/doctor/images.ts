import { applied, type Image, type Plain, samePlain } from '#shared/domain/change/change.ts'
import { personalFieldsOf } from '#shared/domain/log/personal-fields.ts'
import { isDatabaseError, unlessDamaged } from '../../dialect/errors.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { passwordStamp } from '../../password-stamp.ts'
import { imageSql, isImage } from '../change/images.ts'
import { error, type Finding, namedOfAKind, type Progress } from './finding.ts'
import type { Kind } from './image-kind.ts'
import { kinds } from './image-texts.ts'
import { readThings, unreadableIn } from './logged-things.ts'

/** Of a change's `before`, only whether there was one matters to a replay. */
type Left = { was: 0 | 1; erased?: 1; after: Image | null }

/**
 * Replays every thing of the log and compares the result with the tables: an edit of a name, a rate or a role outside the
 * program leaves no change, so the log still has the old value. One thing after another, so that memory stays flat.
 */
export function examineImages(raw: RawDatabase, progress: Progress): Finding[] {
  const present = kinds.filter((kind) => hasImages(raw, kind))
  const counted = raw.prepare('select count(*) from changes where entity = ?').pluck()
  const total = present.reduce((sum, { entity }) => sum + Number(counted.get(entity)), 0)
  let done = 0
  let told = 0
  const step = (changes: number) => {
    done += changes
    if (done - told < 5000 && done < total) return
    told = done
    progress(done, total)
  }
  return [
    ...present.flatMap((kind) => [...unlogged(raw, kind), ...differing(raw, kind, step)]),
    ...passwordsPutThere(raw),
  ]
}

/** A store that was not migrated has no table or no column yet for some; what its version should have is the schema's check. */
function hasImages(raw: RawDatabase, { table, text }: Kind): boolean {
  try {
    raw.prepare(`select ${text} from ${table} t`)
    return true
  } catch (error) {
    if (isDatabaseError(error)) return false
    throw error
  }
}

/**
 * A log from before stamps were written has a number there: which hash was set then is not known. What can't be read is
 * named with the user's image.
 */
function passwordsPutThere(raw: RawDatabase): Finding[] {
  const { after } = imageSql(raw)
  const users = unlessDamaged(() =>
    raw
      .prepare(
        `select id, password_hash as passwordHash, (
           select stamp from (select seq, iif(json_valid(${after}), ${after} ->> '$.passwordSet', null) as stamp from changes
             where entity = 'user' and entity_id = users.id)
           where stamp is not null order by seq desc limit 1
         ) as stamp from users`,
      )
      .all(),
  ) as { id: number; passwordHash: string; stamp: unknown }[] | null
  return (users ?? [])
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
    const field = left === null ? undefined : differenceFrom(left, stored, kind)
    if (field === null) continue
    const named = { entity: kind.entity, id }
    if (field === undefined) findings.push(...unreadableIn(raw, named))
    else if (field !== '') findings.push(error('IMAGE_DIFFERS', { ...named, field }))
    else findings.push(error(stored === null ? 'IMAGE_GONE' : 'IMAGE_UNLOGGED', named))
  }
  return findings
}

/**
 * The first field that differs in the tables; null when all is as the log left it, '' when only one of them has the thing,
 * undefined when a change of it is no image.
 */
function differenceFrom(left: string, stored: string | null, kind: Kind): string | null | undefined {
  // Created as it is now, as most things are: no text has to be parsed.
  if (stored !== null && left === `{"was":0,"after":${stored}}`) return null
  const changes = changesIn(left)
  if (!changes) return undefined
  const { image, whole, unknown } = replayed(changes, kind)
  const now = stored === null ? null : (JSON.parse(stored) as Image)
  if (!image || !now) return image === now ? null : ''
  // What is logged beside the image (a document that was opened, a password that was set) is no field of it.
  for (const [field, value] of Object.entries(now)) {
    const isWhole = whole && !unknown.has(field)
    if (!Object.hasOwn(image, field)) {
      if (isWhole) return field
    } else if (!same(image[field] ?? null, value, isWhole)) return field
  }
  return null
}

function changesIn(left: string): Left[] | undefined {
  try {
    const changes = JSON.parse(`[${left}]`) as Left[]
    return changes.every(({ after }) => isImage(after)) ? changes : undefined
  } catch {
    return undefined
  }
}

/**
 * What the changes leave. `whole`: the log has the thing from its creation; else (an import's unnamed guest) only what
 * was changed since. `unknown`: fields that an erased change may have set, of which only what came after it is known.
 */
function replayed(
  changes: readonly Left[],
  { entity, defaults }: Kind,
): { image: Image | null; whole: boolean; unknown: ReadonlySet<string> } {
  const whole = changes[0]?.was === 0
  const unknown = new Set<string>()
  let image: Image | null = whole ? null : {}
  for (const { was, erased, after } of changes) {
    if (erased) for (const field of personalFieldsOf(entity)) unknown.add(field)
    const known = erased && image ? withoutFields(image, unknown) : image
    const next = applied(known, { before: was ? {} : null, after })
    // A hotel that was imported first is set up twice: what the second time does not name stays.
    image = defaults && next ? { ...defaults, ...image, ...next } : next
  }
  return { image, whole, unknown }
}

function withoutFields(image: Image, fields: ReadonlySet<string>): Image {
  return Object.fromEntries(Object.entries(image).filter(([field]) => !fields.has(field)))
}

function same(logged: Plain, now: Plain, whole: boolean): boolean {
  if (whole || typeof logged !== 'object' || logged === null || Array.isArray(logged))
    return samePlain(logged, now)
  const there = now as { [key: string]: Plain }
  return Object.entries(logged).every(([key, value]) => samePlain(value, there[key] ?? null))
}
