import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import type { SplitBy } from './typed-split.ts'

/** A rest in the unit that is typed: money, per cent, pieces. */
export function useRestWords(by: SplitBy): (rest: number) => string {
  const { locale } = useWords()
  const { currency } = useHotel()
  return (rest) => {
    if (by === 'amounts') return formatMoney(rest, currency, locale)
    return by === 'percent' ? `${rest / 100} %` : String(rest / 1000)
  }
}
