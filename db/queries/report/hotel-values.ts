import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** Something on file that reports are restricted to, by its code; accounts have one name for both languages. */
export type NamedCode = {
  name: 'roomType' | 'ratePlan' | 'agency' | 'company' | 'floor'
  value: string
  en: string
  zh: string
}

/** Room types, rate plans, accounts and floors, also those no longer in use: reports are of the past too. */
export async function readNamedCodes(db: Reader): Promise<NamedCode[]> {
  const reader = readWith(db)
  const types = await reader
    .selectFrom('room_types')
    .select(['code as value', 'name_en as en', 'name_zh as zh'])
    .orderBy('id')
    .execute()
  const plans = await reader
    .selectFrom('rate_plans')
    .select(['code as value', 'name_en as en', 'name_zh as zh'])
    .orderBy('id')
    .execute()
  const accounts = await reader
    .selectFrom('accounts')
    .select(['kind', 'code', 'name'])
    .orderBy('id')
    .execute()
  const floors = await reader.selectFrom('rooms').select('floor').distinct().orderBy('floor').execute()
  return [
    ...types.map((type) => ({ name: 'roomType' as const, ...type })),
    ...plans.map((plan) => ({ name: 'ratePlan' as const, ...plan })),
    ...accounts.map(({ kind, code, name }) => ({
      name: kind === 'agency' ? ('agency' as const) : ('company' as const),
      value: code,
      en: name,
      zh: name,
    })),
    ...floors.map(({ floor }) => ({
      name: 'floor' as const,
      value: String(floor),
      en: String(floor),
      zh: String(floor),
    })),
  ]
}
