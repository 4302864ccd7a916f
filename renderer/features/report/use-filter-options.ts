import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { countryOptions, inLanguage } from '#renderer/parts/guest/words.ts'
import { channels, guarantees, segments } from '#shared/domain/booking/choices.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'

type FilterOption = { value: string; label: string }

/** What is on file for a filter, by the code that its address has; `none` for what nothing is stated for. */
export function useFilterOptions(name: string, text: string): FilterOption[] {
  const { t, language, locale } = useWords()
  const types = useQuery('room.listTypes', {}, { on: name === 'roomType' })
  const rooms = useQuery('room.list', {}, { on: name === 'floor' })
  const plans = useQuery('rate.list', {}, { on: name === 'ratePlan' })
  const isAccount = name === 'agency' || name === 'company'
  const kind = name === 'agency' ? 'agency' : 'company'
  const accounts = useQuery('account.search', { kind, text, limit: 50 }, { on: isAccount, keep: true })
  const none = { value: 'none', label: t('reportText.none') }
  const named = (one: { code: string; nameEn: string; nameZh: string }) => ({
    value: one.code,
    label: `${one.code} ${inLanguage(one, language)}`,
  })
  switch (name) {
    case 'roomType':
      return (types.data ?? []).map(named)
    case 'floor': {
      const floors = new Set((rooms.data ?? []).map(({ floor }) => floor))
      return [...floors].toSorted((a, b) => a - b).map((floor) => ({ value: `${floor}`, label: `${floor}` }))
    }
    case 'ratePlan':
      return [...(plans.data ?? []).map(named), none]
    case 'agency':
    case 'company':
      return [
        ...(accounts.data?.rows ?? []).map(({ code, name: called }) => ({
          value: code,
          label: called === code ? code : `${code} ${called}`,
        })),
        none,
      ]
    case 'segment':
      return [...segments.map((value) => ({ value, label: t(`booking.segment.${value}`) })), none]
    case 'meal':
      return meals.map((value) => ({ value, label: t(`booking.meal.${value}`) }))
    case 'guarantee':
      return guarantees.map((value) => ({ value, label: t(`booking.guarantee.${value}`) }))
    case 'channel':
      return [...channels.map((value) => ({ value, label: t(`booking.channel.${value}`) })), none]
    case 'country':
      return [...countryOptions(locale), none]
    default:
      return []
  }
}
