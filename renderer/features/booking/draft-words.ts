import { useWords } from '#renderer/base/language.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { requestFieldText } from '#renderer/parts/request/words.ts'
import type { FieldWords } from '#renderer/ui/DraftNote.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import type { Preference } from '#shared/domain/request/image.ts'
import { listText } from '#shared/i18n/index.ts'
import { useHouse } from './use-house.ts'
import { isCoded, nameOf } from './words.ts'

/** What a booking's drafts hold as ids and codes, in words. */
export function useDraftWords(): FieldWords {
  const { t, language, locale } = useWords()
  const house = useHouse()
  const named = (thing: Parameters<typeof nameOf>[0]) => thing && `${thing.code} ${nameOf(thing, language)}`
  const ratesText = (rates: object) =>
    listText(
      Object.entries(rates).map(([night, rate]) => `${formatDate(night, locale, 'day')} ${String(rate)}`),
      language,
    )
  return {
    text: (field, value) => {
      if (value === null || value === '') return undefined
      if (field === 'roomTypeId') return named(house.typeOf(Number(value)))
      if (field === 'ratePlanId') return named(house.planOf(Number(value)))
      if (field === 'roomId') return house.roomOf(Number(value))?.number
      if (field === 'choice') return roomChosen(value)
      if (field === 'rates') return ratesText(value as object) || undefined
      if (field === 'nightRates') return '…'
      if (field === 'lastTime') return t('common.yes')
      if (field === 'withoutPreferences') return wishesText(value as Preference[])
      if (field === 'message') return t('confirmation.title')
      if (isCoded(field)) return codeWords(`booking.${field}`, String(value), t)
      if (field === 'status') return codeWords('shell.mark', String(value), t)
      return requestFieldText(field, value, language)
    },
  }

  function wishesText(preferences: Preference[]): string | undefined {
    const texts = preferences.map(({ group, value }) =>
      codeWords(`guest.preference.value.${group}`, value, t),
    )
    return listText(texts, language) || undefined
  }

  function roomChosen(choice: unknown): string | undefined {
    if (choice === 'best') return t('booking.change.bestRoom')
    return choice === 'none' ? t('booking.change.unassigned') : house.roomOf(Number(choice))?.number
  }
}
