import { useWords } from '#renderer/base/language.ts'
import { listText } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { isBusinessDate } from '#shared/values/index.ts'
import { formatDate, formatNumber } from './format.ts'

/** A value of a form in words, where its editor has none of its own: a day, a figure, a name, a list of them. */
export function DraftValue({ value }: { value: unknown }) {
  const { t, locale, language } = useWords()
  const text = textOf(value, {
    language,
    day: (date) => formatDate(date, locale),
    figure: (figure) => formatNumber(figure, locale),
    bool: (is) => t(is ? 'common.yes' : 'common.no'),
  })
  return text === '' ? <span className="k-faint">{t('common.empty')}</span> : text
}

type Writers = {
  language: Language
  day: (date: string) => string
  figure: (figure: number) => string
  bool: (is: boolean) => string
}

function textOf(value: unknown, writers: Writers): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return writers.bool(value)
  if (typeof value === 'number') return writers.figure(value)
  if (typeof value === 'string') return isBusinessDate(value) ? writers.day(value) : value
  if (typeof value !== 'object') return String(value)
  // Of a person or an account the name says it all
  if ('name' in value && typeof value.name === 'string') return value.name
  const parts = Object.values(value).map((part) => textOf(part, writers))
  return listText(
    parts.filter((part) => part !== ''),
    writers.language,
  )
}
