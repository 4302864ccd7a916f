import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { classWord } from '#renderer/parts/insight/class-words.ts'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { matrixClasses } from '#shared/domain/insight/value/classes.ts'
import type { Chosen, Figures } from './figures.ts'
import { isChosen } from './SegmentTable.tsx'

type Props = { figures: Figures; chosen: Chosen; choose: (of: Chosen) => void }

/** Current by potential value: lead, iron, gold and platinum, with what both axes are. */
export function MatrixTable({ figures, chosen, choose }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { matrix } = figures
  const money = (minor: number) => formatMoney(Math.round(minor), currency, locale, true)
  const axes = t(`insightValue.page.axes.${matrix.potentialFrom}`, {
    current: money(matrix.current),
    potential: money(matrix.potential),
  })
  const cost = figures.costsKnown
    ? t('insightValue.page.costKnown')
    : t('insightValue.page.costUnknown', {
        nights: formatNumber(figures.given.nights, locale),
        upgrades: formatNumber(figures.given.upgrades, locale),
      })
  return (
    <>
      <p>{axes}</p>
      <p className="k-quiet">{cost}</p>
      <p className="k-quiet">{t('insightValue.page.matrixSums')}</p>
      <table className="k-table val-map val-matrix">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('insightValue.page.potentialLow')}</th>
            <th scope="col">{t('insightValue.page.potentialHigh')}</th>
          </tr>
        </thead>
        <tbody>
          {([1, 0] as const).map((high) => (
            <tr key={high}>
              <th scope="row">{t(`insightValue.page.${high ? 'currentHigh' : 'currentLow'}`)}</th>
              {[0, 1].map((potential) => {
                const place = 2 * high + potential
                const name = matrixClasses[place] as string
                const guests = figures.classes.matrix[place]?.guests ?? 0
                return (
                  <td key={name} className={isChosen(chosen, 'matrix', name) ? 'val-chosen' : ''}>
                    <button
                      type="button"
                      className="val-link"
                      onClick={() => choose({ by: 'class', kind: 'matrix', class: name })}
                    >
                      <b>{classWord(t, 'matrix', name)}</b>
                      <span>{formatNumber(guests, locale)}</span>
                      <span className="k-quiet">
                        {money(matrix.currentMinor[place] ?? 0)} → {money(matrix.potentialMinor[place] ?? 0)}
                      </span>
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
