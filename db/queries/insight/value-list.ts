import { type RawBuilder, sql } from 'kysely'
import { type ClassKind, type JudgedKind, judgedKinds } from '#shared/domain/insight/value/classes.ts'
import { mapDays, mapStays } from '#shared/domain/insight/value/summary.ts'
import type { GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { classColumns } from '../../insight/value.ts'

/** Which guests: all, of a class, of a field of the map, or who moved between two dates. */
export type ValueFilter =
  | { by: 'all' }
  | { by: 'class'; kind: ClassKind; class: string }
  | { by: 'map'; days: number; stays: number }
  | { by: 'move'; from: string; to: string }

export type GuestValueRow = {
  id: GuestId
  nativeName: string
  familyName: string
  givenName: string
  unnamed: 0 | 1
  recencyDays: number | null
  frequency: number
  monetaryMinor: number
  otherMinor: number
  r: number
  f: number
  m: number
  contributionMinor: number
  currentMinor: number
  potentialMinor: number
  rfm: string
  matrix: string
  /** As computed, and as a person set it (empty: not). */
  value: string
  need: string
  lifecycle: string
  behaviour: string
  relation: string
  setValue: string
  setNeed: string
  setLifecycle: string
  setBehaviour: string
  setRelation: string
}

export type ValueSort = 'revenue' | 'recency' | 'frequency'
type Page = { earlier: boolean; sort: ValueSort; after: readonly [number, number] | null; limit: number }

const fields = sql`g.id, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName, g.unnamed,
  v.recency_days as recencyDays, v.frequency, v.monetary_minor as monetaryMinor, v.other_minor as otherMinor, v.r, v.f, v.m,
  v.contribution_minor as contributionMinor, v.current_minor as currentMinor, v.potential_minor as potentialMinor,
  v.segment as rfm, v.matrix, v.value_class as value, v.need, v.lifecycle, v.behaviour, v.relation,
  coalesce(j.value, '') as setValue, coalesce(j.need, '') as setNeed, coalesce(j.lifecycle, '') as setLifecycle,
  coalesce(j.behaviour, '') as setBehaviour, coalesce(j.relation, '') as setRelation`

/** A page of guests with their values; a guest who was excluded since the computation is left out. */
export async function readValueGuests(db: Reader, filter: ValueFilter, page: Page): Promise<GuestValueRow[]> {
  const table = sql.table(page.earlier ? 'insight.guest_value_then' : 'insight.guest_value')
  const moved = filter.by === 'move' ? sql`join insight.guest_moves as w on w.guest_id = v.guest_id` : sql``
  const { rows } = await sql<GuestValueRow>`
    select ${fields} from ${table} as v join guests as g on g.id = v.guest_id ${moved}
    left join guest_judgements as j on j.guest_id = v.guest_id
    where coalesce(j.excluded, 0) = 0 and ${condition(filter)} and ${beyond(page)}
    order by ${order(page.sort)}, v.guest_id limit ${page.limit}`.execute(readWith(db))
  return rows
}

function condition(filter: ValueFilter): RawBuilder<unknown> {
  if (filter.by === 'class') {
    const computed = sql.ref(`v.${classColumns[filter.kind]}`)
    if (!isJudged(filter.kind)) return sql`${computed} = ${filter.class}`
    return sql`coalesce(nullif(${sql.ref(`j.${filter.kind}`)}, ''), ${computed}) = ${filter.class}`
  }
  if (filter.by === 'map') {
    return sql`v.frequency > 0 and ${between('v.recency_days', mapDays, filter.days)}
      and ${between('v.frequency', mapStays, filter.stays)}`
  }
  if (filter.by === 'move') return sql`w.from_segment = ${filter.from} and w.to_segment = ${filter.to}`
  return sql`v.frequency > 0`
}

function isJudged(kind: ClassKind): kind is JudgedKind {
  return (judgedKinds as readonly string[]).includes(kind)
}

/** Above the division before this place and up to its own. */
function between(column: string, bounds: readonly number[], place: number): RawBuilder<unknown> {
  const below = bounds[place - 1]
  const upTo = bounds[place]
  const value = sql.ref(column)
  const least = below === undefined ? sql`true` : sql`${value} > ${below}`
  const most = upTo === undefined ? sql`true` : sql`${value} <= ${upTo}`
  return sql`${least} and ${most}`
}

const sortValue: Record<ValueSort, RawBuilder<number>> = {
  revenue: sql`v.monetary_minor`,
  recency: sql`coalesce(v.recency_days, 999999)`,
  frequency: sql`v.frequency`,
}

function order(sort: ValueSort): RawBuilder<unknown> {
  return sort === 'recency' ? sortValue[sort] : sql`${sortValue[sort]} desc`
}

function beyond({ sort, after }: Page): RawBuilder<unknown> {
  if (!after) return sql`true`
  const [value, id] = after
  const further = sort === 'recency' ? sql`${sortValue[sort]} > ${value}` : sql`${sortValue[sort]} < ${value}`
  return sql`(${further} or (${sortValue[sort]} = ${value} and v.guest_id > ${id}))`
}

/** What a page of the list goes on from. */
export function valueKey(sort: ValueSort, row: GuestValueRow): string {
  const value = {
    revenue: row.monetaryMinor,
    recency: row.recencyDays ?? 999_999,
    frequency: row.frequency,
  }[sort]
  return JSON.stringify([value, row.id])
}

/** One guest's values; null where nothing was computed for them. */
export async function readGuestValue(db: Reader, id: GuestId): Promise<GuestValueRow | null> {
  const { rows } = await sql<GuestValueRow>`
    select ${fields} from insight.guest_value as v join guests as g on g.id = v.guest_id
    left join guest_judgements as j on j.guest_id = v.guest_id where v.guest_id = ${id}`.execute(readWith(db))
  return rows[0] ?? null
}
