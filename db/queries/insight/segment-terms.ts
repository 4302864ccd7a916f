import { sql } from 'kysely'
import { preferenceGroups, preferenceRules } from '#shared/domain/guest/preferences.ts'
import type { ClassName } from '#shared/domain/insight/segments/classes.ts'
import { type BusinessDate, fromDayNumber } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { readComputedClasses } from './class-sql.ts'

/** A value of a fact or a class; names where the hotel or a manager gave some. */
export type NamedValue = { value: string; nameEn: string; nameZh: string }

/** Codes of room types and rate plans. */
export async function readCodes(db: Reader): Promise<{ roomType: NamedValue[]; ratePlan: NamedValue[] }> {
  const list = async (table: 'room_types' | 'rate_plans') =>
    (
      await readWith(db).selectFrom(table).select(['code', 'name_en', 'name_zh']).orderBy('code').execute()
    ).map((row) => ({ value: row.code, nameEn: row.name_en, nameZh: row.name_zh }))
  return { roomType: await list('room_types'), ratePlan: await list('rate_plans') }
}

/** Those of the tags that some guest has by hand. */
export async function readTagsInUse(db: Reader, tags: readonly string[]): Promise<string[]> {
  if (tags.length === 0) return []
  const { rows } = await sql<{ tag: string }>`
    select value as tag from json_each(${JSON.stringify(tags)})
    where exists (select 1 from guest_tags where tag = value)`.execute(readWith(db))
  return rows.map(({ tag }) => tag)
}

/** More free words than a list can show are left out, and those that only older preferences have. */
const mostWords = 200
const lookedAt = 20_000

/** Words that the newest preferences have beside the closed ones, as `group:value`, the most frequent first. */
export async function readFreePreferences(db: Reader): Promise<string[]> {
  const closed = preferenceGroups.flatMap((group) =>
    preferenceRules[group].values.map((value) => `${group}:${value}`),
  )
  const { rows } = await sql<{ preference: string }>`
    select category || ':' || value as preference
    from (select category, value from guest_preferences order by id desc limit ${lookedAt})
    where category || ':' || value not in (select value from json_each(${JSON.stringify(closed)}))
    group by 1 order by count(*) desc, 1 limit ${mostWords}`.execute(readWith(db))
  return rows.map(({ preference }) => preference)
}

/** The day that the facts are of; null before they were computed. */
export async function readFactsDay(db: Reader): Promise<BusinessDate | null> {
  const { rows } = await sql<{ day: number }>`select day from insight.facts_state`.execute(readWith(db))
  return rows[0] ? fromDayNumber(rows[0].day) : null
}

/** The classes that were computed, with their values. */
export async function readClasses(db: Reader): Promise<Map<ClassName, NamedValue[]>> {
  const classes = await readComputedClasses(db)
  return new Map(
    [...classes].map(([name, values]) => [name, values.map((value) => ({ value, nameEn: '', nameZh: '' }))]),
  )
}
