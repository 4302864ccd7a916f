import { months } from '#shared/domain/report/budget.ts'
import { dateFormat } from '#shared/i18n/figure-text.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { GridColumn } from './Grid.tsx'

const columnsOf = new Map<Language, readonly GridColumn[]>()

/** The months of a year as columns, always the same ones of a language. */
export function monthColumns(language: Language): readonly GridColumn[] {
  const known = columnsOf.get(language)
  if (known) return known
  const made = months.map((month) => ({ key: String(month), label: monthName(month, language) }))
  columnsOf.set(language, made)
  return made
}

/** Mar, 3月. */
export function monthName(month: number, language: Language): string {
  const name = dateFormat(localeOf(language), { month: 'short', timeZone: 'UTC' })
  return name.format(Date.UTC(2026, month - 1, 1))
}
