import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { classWord } from '#renderer/parts/insight/class-words.ts'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import type { ClassKind } from '#shared/domain/insight/value/classes.ts'
import type { Chosen, Figures } from './figures.ts'
import { shareText } from './shares.ts'

type HeadProps = {
  kind: ClassKind
  name: string
  choose: (of: Chosen) => void
  /** Where the keys begin. */
  isStart?: boolean
}

/** The head of a class's row: it brings the guests of the class. */
export function ClassHead({ kind, name, choose, isStart }: HeadProps) {
  const { t } = useWords()
  return (
    <th scope="row">
      <button
        type="button"
        className="val-link"
        data-start={isStart ? true : undefined}
        onClick={() => choose({ by: 'class', kind, class: name })}
      >
        {classWord(t, kind, name)}
      </button>
    </th>
  )
}

/** Heads of the columns that BroughtCells fills. */
export function BroughtHeads() {
  const { t } = useWords()
  const { currency } = useHotel()
  return (
    <>
      <th scope="col" className="k-num">
        {t('insightValue.page.guests')}
      </th>
      <th scope="col" className="k-num">
        {t('insightValue.page.share')}
      </th>
      <th scope="col" className="k-num">
        {t('insight.inCurrency', { name: t('insightValue.page.revenue'), currency })}
      </th>
      <th scope="col" className="k-num">
        {t('insightValue.page.share')}
      </th>
    </>
  )
}

/** How many guests a class has and what they brought, each with its share of all. */
export function BroughtCells({
  of: { guests, revenueMinor },
  figures,
}: {
  of: { guests: number; revenueMinor: number }
  figures: Figures
}) {
  const { locale } = useWords()
  const { currency } = useHotel()
  return (
    <>
      <td className="k-num">{formatNumber(guests, locale)}</td>
      <td className="k-num">{shareText(guests, figures.guests, locale)}</td>
      <td className="k-num">{formatMoney(revenueMinor, currency, locale)}</td>
      <td className="k-num">{shareText(revenueMinor, figures.revenueMinor, locale)}</td>
    </>
  )
}
