import type { Image } from '#shared/domain/change/change.ts'
import { historyOf, type LoggedChange, type Moment, type Parts } from '#shared/domain/change/history.ts'
import { unlessDamaged } from '../../dialect/errors.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { fitsTable, type VersionedKind } from '../../report/versions.ts'
import type { ChangesTable } from '../../schema/change.ts'
import { imageSql, imagesOf, isImage } from '../change/images.ts'
import { pastDamage } from '../change/past-damage.ts'
import { kinds } from '../doctor/image-texts.ts'

/** A thing as the log tells of it: what is kept of it by table after each of its changes. */
export type ThingThen = {
  id: number
  history: readonly { seq: number; parts: readonly Parts[] }[]
  /** The first change that can't be read: from there on the thing is taken as it is now. */
  unreadable: number | null
}

/** Its changes as JSON without the brackets; null where the file can't be read. */
type Row = readonly [id: number, changes: string | null]
type Known = { changes: readonly LoggedChange[]; unreadable: number | null }

export type Logged = ReturnType<typeof openLogged>

/** Reads things of one kind from the log, up to a change. */
export function openLogged(store: LongReader, kind: VersionedKind) {
  const raw = rawOf(store)
  const { entity } = kind
  const rest = preparedThings(raw, '>')
  const one = preparedThings(raw, '=')
  const imageNow = preparedImageNow(raw, entity)
  const readOneByOne = preparedOneByOne(raw, entity)

  function thingOf([id, text]: Row, upTo: number): ThingThen {
    const changes = text === null ? undefined : changesIn(text)
    const known = changes ? { changes, unreadable: null } : readOneByOne(id, upTo)
    return { id, ...keptOf(kind, known, () => imageNow(id)) }
  }

  return {
    /** Those after an id, in the order of ids. */
    *after(id: number, upTo: number): Generator<ThingThen> {
      const reads = {
        rest: (last: number) => rest.iterate(entity, last, upTo) as Iterable<Row>,
        one: (of: number) => one.get(entity, of, upTo) as Row | undefined,
        lost: (of: number): Row => [of, null],
      }
      for (const row of pastDamage<Row>(raw, entity, reads, id)) yield thingOf(row, upTo)
    },
    /** One of them; what the log does not know is what it is now. */
    one: (id: number, upTo: number): ThingThen =>
      unlessDamaged(() => thingOf((one.get(entity, id, upTo) as Row | undefined) ?? [id, ''], upTo)) ??
      thingOf([id, null], upTo),
    /** The newest id, for progress. */
    last: () =>
      (raw.prepare('select max(entity_id) from changes where entity = ?').pluck().get(entity) ?? 0) as number,
  }
}

/** A thing is one row, however many changes it has: a row costs more than the text in it. */
function preparedThings(raw: RawDatabase, which: '>' | '=') {
  const { before, after, erased } = imageSql(raw)
  return raw
    .prepare(
      `select entity_id, group_concat('{"seq":' || seq || ',"before":' || coalesce(before, 'null')
         || iif(erased, ',"erased":true', '') || ',"after":' || coalesce(after, 'null') || '}', ',')
       from (select entity_id, seq, ${before} as before, ${after} as after, ${erased} as erased from changes
         where entity = ? and entity_id ${which} ? and seq <= ? order by entity_id, seq)
       group by entity_id`,
    )
    .raw()
}

function changesIn(text: string): LoggedChange[] | undefined {
  try {
    const changes = JSON.parse(`[${text}]`) as LoggedChange[]
    return changes.every(({ before, after }) => isImage(before) && isImage(after)) ? changes : undefined
  } catch {
    return undefined
  }
}

/** The changes of a thing before the first that can't be read, and which that is; the index has all of them. */
function preparedOneByOne(raw: RawDatabase, entity: string) {
  const seqs = raw
    .prepare(
      `select seq from changes indexed by changes_of_entity
       where entity = ? and entity_id = ? and seq <= ? order by seq`,
    )
    .pluck()
  const one = raw.prepare(
    'select before, after, personal_before, personal_after, erased from changes where seq = ?',
  )
  const read = (seq: number): LoggedChange | null =>
    unlessDamaged(() => {
      const row = one.get(seq) as Parameters<typeof imagesOf>[0] & Pick<ChangesTable, 'erased'>
      const images = imagesOf(row)
      return images && { ...images, seq, erased: row.erased !== null }
    })
  return (id: number, upTo: number): Known => {
    const changes: LoggedChange[] = []
    for (const seq of seqs.all(entity, id, upTo) as number[]) {
      const change = read(seq)
      if (!change) return { changes, unreadable: seq }
      changes.push(change)
    }
    return { changes, unreadable: null }
  }
}

/** The image of a thing as its tables have it now. */
function preparedImageNow(raw: RawDatabase, entity: string) {
  const kind = kinds.find((one) => one.entity === entity)
  if (!kind) throw new Error(`nothing says what the image of a ${entity} is`)
  const stored = raw.prepare(`select ${kind.text} from ${kind.table} t where t.id = ?`).pluck()
  return (id: number): Image | null => {
    const text = stored.get(id) as string | undefined
    return text === undefined ? null : (JSON.parse(text) as Image)
  }
}

function keptOf(
  { tables }: VersionedKind,
  { changes, unreadable }: Known,
  now: () => Image | null,
): Omit<ThingThen, 'id'> {
  const none = tables.map((): Parts => new Map())
  const partsOf = (image: Image | null) => (image ? tables.map((table) => table.partsOf(image)) : none)
  const history: { seq: number; parts: readonly Parts[] }[] = []
  const readable: readonly Moment[] =
    unreadable !== null && changes.length === 0 ? [] : historyOf(changes, now)
  let cut = unreadable
  for (const { seq, image } of readable) {
    const parts = attempted(() => partsOf(image))
    if (!parts || !tables.every((table, index) => fitsTable(table, parts[index] as Parts))) {
      cut = seq
      break
    }
    history.push({ seq, parts })
  }
  if (cut !== null) history.push({ seq: cut, parts: partsOf(now()) })
  return { history, unreadable: cut }
}

/** An image that somebody wrote into the log may lack what the program's own always have. */
function attempted<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
