import { applied, type Difference, type Image, type Plain, samePlain } from '#shared/domain/change/change.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { error, type Finding, namedOfAKind, type Progress } from './finding.ts'
import { type Kind, kinds } from './image-texts.ts'

type Logged = readonly [id: number, before: string | null, after: string | null]

/**
 * Replays every guest, user, membership, request and the settings from the log and compares the result with the
 * tables: an edit of a name or a role outside the program leaves no change, so the log still has the old value. Log and
 * tables are read side by side in the order of ids, so that memory stays flat.
 */
export function examineImages(raw: RawDatabase, progress: Progress): Finding[] {
  const counted = raw.prepare('select count(*) from changes where entity = ?').pluck()
  const total = kinds.reduce((sum, { entity }) => sum + Number(counted.get(entity)), 0)
  let done = 0
  const step = () => {
    done += 1
    if (done % 5000 === 0) progress(done, total)
  }
  return kinds.flatMap((kind) => [...unlogged(raw, kind), ...differing(raw, kind, step)])
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

function differing(raw: RawDatabase, kind: Kind, step: () => void): Finding[] {
  const findings: Finding[] = []
  const log = raw
    .prepare('select entity_id, before, after from changes where entity = ? order by entity_id, seq')
    .raw()
  const stored = readInOrder(raw, kind)
  let id = 0
  let replay = emptyReplay(kind)
  const end = () => {
    if (id === 0 || findings.length >= namedOfAKind) return
    const now = stored.textOf(id)
    const field = differenceFrom(replay, now)
    if (field === null) return
    const named = { entity: kind.entity, id }
    if (field !== '') findings.push(error('IMAGE_DIFFERS', { ...named, field }))
    else findings.push(error(now === null ? 'IMAGE_GONE' : 'IMAGE_UNLOGGED', named))
  }
  try {
    for (const row of log.iterate(kind.entity) as Iterable<Logged>) {
      step()
      if (row[0] !== id) {
        end()
        id = row[0]
        replay = emptyReplay(kind)
      }
      take(replay, row)
    }
    end()
  } finally {
    stored.close()
  }
  return findings
}

/** The images of a kind as their tables have them, asked for with ids that only grow. */
function readInOrder(raw: RawDatabase, { table, text }: Kind) {
  const rows = raw
    .prepare(`select id, ${text} from ${table} t order by id`)
    .raw()
    .iterate() as IterableIterator<[id: number, text: string]>
  let row = rows.next()
  return {
    textOf: (id: number): string | null => {
      while (!row.done && row.value[0] < id) row = rows.next()
      return !row.done && row.value[0] === id ? row.value[1] : null
    },
    close: () => void rows.return?.(),
  }
}

/**
 * `whole`: the log has the thing from its creation; else (an import's unnamed guest) only what was changed since.
 * `created`: the text of a creation that nothing has followed yet: most things, and then no text has to be parsed.
 */
type Replay = { image: Image | null; created: string | null; whole: boolean; begun: boolean; kind: Kind }

function emptyReplay(kind: Kind): Replay {
  return { image: null, created: null, whole: true, begun: false, kind }
}

function take(replay: Replay, [, before, after]: Logged): void {
  const { defaults } = replay.kind
  if (!replay.begun && before === null && after !== null && !defaults) {
    replay.begun = true
    replay.created = after
    return
  }
  const change = { before: parsed(before), after: parsed(after) } as Difference
  if (!replay.begun && change.before) {
    replay.whole = false
    replay.image = {}
  }
  replay.begun = true
  const next = applied(imageOf(replay), change)
  replay.created = null
  // A hotel that was imported first is set up twice: what the second time does not name stays.
  replay.image = defaults && next ? { ...defaults, ...replay.image, ...next } : next
}

function imageOf(replay: Replay): Image | null {
  return replay.created === null ? replay.image : parsed(replay.created)
}

/** The first field that differs in the tables; null when all is as the log left it, '' when only one of them has the thing. */
function differenceFrom(replay: Replay, text: string | null): string | null {
  if (text !== null && text === (replay.created ?? JSON.stringify(replay.image))) return null
  const image = imageOf(replay)
  const now = parsed(text)
  if (!image || !now) return image === now ? null : ''
  const { whole } = replay
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
