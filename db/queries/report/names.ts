import type { NamedThing } from '#shared/domain/report/result.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

export type Names = { readonly [thing: string]: { en: string; zh: string } }

const tables: Readonly<Record<NamedThing, string>> = {
  'room-type': 'select id, name_en as en, name_zh as zh, code from room_types',
  room: 'select id, number as en, number as zh, number as code from rooms',
  'rate-plan': 'select id, name_en as en, name_zh as zh, code from rate_plans',
  account: 'select id, name as en, name as zh, code from accounts',
  user: 'select login as id, name as en, name as zh, login as code from users',
  segment: 'select id, name_en as en, name_zh as zh, id as code from segments',
  // By the number that bookkeeping knows it by, and the code that the desk types
  'ledger-account': `select id, trim(code || ' ' || name_en) as en, trim(code || ' ' || name_zh) as zh, code from ledger_accounts`,
  'transaction-code': `select id, trim(code || ' ' || name_en) as en, trim(code || ' ' || name_zh) as zh, code from transaction_codes`,
  attendant: 'select id, name as en, name as zh, name as code from attendants',
  tax: 'select id, name_en as en, name_zh as zh, code from taxes',
  // Of two programmes with a tier of one code, the first one's name
  tier: `select t.value ->> '$.code' as id, t.value ->> '$.nameEn' as en, t.value ->> '$.nameZh' as zh, t.value ->> '$.code' as code
    from programmes p, json_each(p.parameters, '$.tiers') t order by p.id desc, t.key`,
}

type Named = { id: number | string; en: string; zh: string; code: string }

/** Names of these things, as `room-type:3`; one without a name in a language has its other one, or its code. */
export function readNames(
  store: LongReader,
  ids: ReadonlyMap<NamedThing, ReadonlySet<number | string>>,
): Names {
  const names: Record<string, { en: string; zh: string }> = {}
  for (const [thing, wanted] of ids) {
    if (wanted.size === 0) continue
    for (const { id, en, zh, code } of rawOf(store).prepare(tables[thing]).all() as Named[])
      if (wanted.has(id)) names[`${thing}:${id}`] = { en: en || zh || code, zh: zh || en || code }
  }
  return names
}

/** The id of a code among room types, rate plans or accounts of a kind, in any case; null where there is none, and then all codes. */
export function findByCode(
  store: LongReader,
  thing: 'room-type' | 'rate-plan' | 'agency' | 'company',
  code: string,
): { id: number } | { codes: string[] } {
  const where = thing === 'agency' || thing === 'company' ? ` where kind = '${thing}'` : ''
  const table = thing === 'room-type' ? 'room_types' : thing === 'rate-plan' ? 'rate_plans' : 'accounts'
  const rows = rawOf(store).prepare(`select id, code from ${table}${where}`).all() as {
    id: number
    code: string
  }[]
  const found = rows.find((row) => row.code.toLowerCase() === code.toLowerCase())
  return found ? { id: found.id } : { codes: rows.map((row) => row.code) }
}

/** Nationalities that guests have, those of the most guests first. */
export function readCountriesOnFile(store: LongReader, limit: number): string[] {
  const rows = rawOf(store)
    .prepare(
      `select nationality from guests where nationality <> '' group by nationality
       order by count(*) desc, nationality limit ?`,
    )
    .all(limit) as { nationality: string }[]
  return rows.map(({ nationality }) => nationality)
}
