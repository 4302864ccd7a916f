import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import type { FieldWords } from '#renderer/ui/DraftNote.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { isKey } from '#shared/i18n/index.ts'
import type { Chart } from './use-chart.ts'

/** What the drafts of a folio hold as ids and codes, in words. */
export function useDraftWords(chart: Chart): FieldWords {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  return {
    names: (field) => {
      const key = `folioScreen.field.${field}`
      return isKey(key) ? t(key) : undefined
    },
    text: (field, value) => {
      if (field === 'codeId' && typeof value === 'number') return chart.nameOf(chart.codeOf(value))
      if (field.endsWith('Minor') && typeof value === 'number') return formatMoney(value, currency, locale)
      if (field === 'account' && value !== null && typeof value === 'object' && 'name' in value)
        return String(value.name)
      return undefined
    },
  }
}
