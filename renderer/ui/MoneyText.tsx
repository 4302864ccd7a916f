import { useHotelMaybe } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatMoney } from './format.ts'

type Props = {
  /** Minor units of the hotel's currency; null prints —. */
  minor: number | null
  /** With the currency's sign: for a sum on its own. In columns the sign is in the head. */
  sign?: boolean
}

/** An amount in tabular figures. */
export function MoneyText({ minor, sign = false }: Props) {
  const { locale } = useWords()
  const currency = useHotelMaybe()?.currency ?? 'CNY'
  return <span className="k-num">{minor === null ? '—' : formatMoney(minor, currency, locale, sign)}</span>
}
