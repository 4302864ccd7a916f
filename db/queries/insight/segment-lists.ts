import { channels, segments as marketSegments } from '#shared/domain/booking/choices.ts'
import { genders } from '#shared/domain/guest/choices.ts'
import type { Terms } from '#shared/domain/insight/segments/check.ts'
import type { ClassName } from '#shared/domain/insight/segments/classes.ts'
import type { Lists } from '#shared/domain/insight/segments/evaluate.ts'
import { type ProgrammeImage, parametersOf } from '#shared/domain/loyalty/programme.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile, LongReader } from '../../handles.ts'
import { classRows } from './class-sql.ts'

/** A segment as the worker reads it. */
export type LongSegment = { id: number; rule: string; tag: string | null }

/** All segments, or the one with this id. */
export function readLongSegments(store: LongReader, id?: number): LongSegment[] {
  return rawOf(store)
    .prepare('select id, rule, tag from segments where ? is null or id = ? order by id')
    .all(id ?? null, id ?? null) as LongSegment[]
}

/** What a rule may name, as termsFor answers it to the desk. `classes`: those that were computed. */
export function readLongTerms(
  store: LongReader,
  classes: Terms['classes'],
  { asOf, ownTag }: { asOf: BusinessDate; ownTag: string | null },
): Terms {
  const raw = rawOf(store)
  const column = (sql: string) => new Set(raw.prepare(sql).pluck().all() as string[])
  const programmes = raw.prepare('select parameters from programmes').pluck().all() as string[]
  const words: Readonly<Record<string, ReadonlySet<string>>> = {
    roomType: column('select code from room_types'),
    ratePlan: column('select code from rate_plans'),
    tier: new Set(
      programmes.flatMap((parameters) =>
        parametersOf({ parameters: JSON.parse(parameters) } as ProgrammeImage).tiers.map(({ code }) => code),
      ),
    ),
    segment: new Set(marketSegments),
    channel: new Set(channels),
    meal: new Set(meals),
    quarter: new Set(['q1', 'q2', 'q3', 'q4']),
    gender: new Set(genders),
  }
  const inUse = raw.prepare(
    'select 1 from guest_tags where tag = ? union all select 1 from segments where tag = ?',
  )
  const isTag = (tag: string) => inUse.get(tag, tag) !== undefined
  return {
    asOf,
    tags: { has: isTag } as ReadonlySet<string>,
    wordsOf: (fact) => words[fact] ?? null,
    classes,
    ownTag,
  }
}

/** The lists that rules ask for, each read when it is first asked for. */
export function longLists(store: LongReader, insight: InsightFile): Lists {
  const raw = rawOf(store)
  const kept = new Map<string, ReadonlySet<number>>()
  const once = (key: string, read: () => Iterable<number>) => {
    const known = kept.get(key) ?? new Set(read())
    kept.set(key, known)
    return known
  }
  const ids = (sql: string, ...values: string[]) =>
    raw
      .prepare(sql)
      .pluck()
      .all(...values) as number[]
  return {
    tagged: (tag) =>
      once(`tag ${tag}`, () =>
        ids(
          `select guest_id from guest_tags where tag = ?
          union select t.guest_id from segments s join segment_tags t on t.segment_id = s.id where s.tag = ?`,
          tag,
          tag,
        ),
      ),
    consents: (channel) =>
      once(`consent ${channel}`, () =>
        ids('select guest_id from guest_consents where channel = ? and granted = 1', channel),
      ),
    classified: (name: ClassName, value) =>
      once(`class ${name} ${value}`, () => classRows(rawOf(insight), raw, name, value)),
  }
}
