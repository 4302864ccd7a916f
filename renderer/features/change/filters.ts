import type { InputOf } from '#shared/contract/index.ts'
import { entityKinds } from '#shared/contract/operation.ts'
import type { Key } from '#shared/i18n/index.ts'
import { type BusinessDate, isBusinessDate } from '#shared/values/business-date.ts'

export type ChangeFilter = { entity: string; actor: string; operation: string; from: string; to: string }

export const noFilter: ChangeFilter = { entity: '', actor: '', operation: '', from: '', to: '' }

/** The filters as the address carries them; what it does not carry is open. */
export function filtersOf(query: Readonly<Record<string, string>>): ChangeFilter {
  return {
    entity: query.entity ?? '',
    actor: query.actor ?? '',
    operation: query.operation ?? '',
    from: query.from ?? '',
    to: query.to ?? '',
  }
}

/** What the core is asked; a date that is still being typed narrows nothing. */
export function filterInput(filter: ChangeFilter): Omit<InputOf<'change.list'>, 'after' | 'limit'> {
  const entity = entityKinds.find((kind) => kind === filter.entity)
  return {
    ...(entity ? { entity } : {}),
    ...(filter.actor ? { actor: filter.actor } : {}),
    ...(filter.operation ? { operation: filter.operation } : {}),
    ...dateInput('from', filter.from),
    ...dateInput('to', filter.to),
  }
}

/** What is wrong with a bound, to be shown beside it: no such day, or an end before its beginning. */
export function dateTroubles({ from, to }: ChangeFilter): { from: Key | null; to: Key | null } {
  const wrong = (text: string) => (text !== '' && !isBusinessDate(text) ? ('change.noDay' as const) : null)
  const reversed = isBusinessDate(from) && isBusinessDate(to) && to < from
  return { from: wrong(from), to: reversed ? 'change.endsBefore' : wrong(to) }
}

export function isNarrowed(filter: ChangeFilter): boolean {
  return Object.values(filter).some((value) => value !== '')
}

function dateInput<K extends 'from' | 'to'>(key: K, text: string): { [P in K]?: BusinessDate } {
  return isBusinessDate(text) ? ({ [key]: text } as { [P in K]?: BusinessDate }) : {}
}
