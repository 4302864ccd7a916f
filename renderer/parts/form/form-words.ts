import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import type { FieldWords } from '#renderer/ui/DraftNote.tsx'
import { listText } from '#shared/i18n/index.ts'

/** Codes of settings by the field that holds them, and where their words are. */
const coded: Readonly<Record<string, string>> = {
  meal: 'booking.meal',
  kind: 'settings.rate.kinds',
  role: 'shell.role',
  housekeeping: 'shell.mark',
  features: 'booking.feature',
}

/** What a form of the settings holds as ids and codes, in words: for an unsaved entry that came back. */
export function useFormText(on: boolean): FieldWords['text'] {
  const { t, language } = useWords()
  const { data: types } = useQuery('room.listTypes', {}, { on })
  const typeCode = (id: unknown) => types?.find((type) => type.id === Number(id))?.code ?? '—'
  return (field, value) => {
    if (field === 'roomTypeId') return typeCode(value)
    if (field === 'prices' && value !== null) {
      const prices = Object.entries(value as Record<string, string>)
      const texts = prices.map(([type, price]) => `${typeCode(type)} ${price}`)
      return listText(texts, language) || undefined
    }
    const prefix = coded[field]
    if (!prefix) return undefined
    const codes: unknown[] = Array.isArray(value) ? value : [value]
    const texts = codes.map((code) => codeWords(prefix, String(code), t))
    return listText(texts, language) || undefined
  }
}
