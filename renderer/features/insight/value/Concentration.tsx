import { useWords } from '#renderer/base/language.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import { BroughtCells, BroughtHeads, ClassHead } from './ClassCells.tsx'
import type { Chosen, Figures } from './figures.ts'
import { isChosen } from './SegmentTable.tsx'

type Props = { figures: Figures; chosen: Chosen; choose: (of: Chosen) => void }
const marked = [1, 5, 10, 20, 50] as const

/** 80/20: what share of revenue the best guests bring, as a curve and in figures, and the classes made of it. */
export function Concentration({ figures, chosen, choose }: Props) {
  const { t, locale } = useWords()
  const { spread } = figures
  if (!spread) return <p>{t('insightValue.page.noRevenue')}</p>
  const percent = (share: number, digits = 0) => formatNumber(100 * share, locale, digits)
  return (
    <>
      <p>
        {t('insightValue.page.spreadSentence', {
          share: percent(spread.curve[20] ?? 0, 1),
          half: percent(spread.guestsForHalf, 1),
        })}
      </p>
      <div className="val-spread">
        <Curve curve={spread.curve} />
        <div>
          <table className="k-table val-table">
            <thead>
              <tr>
                <th scope="col">{t('insightValue.page.best')}</th>
                {marked.map((best) => (
                  <th key={best} scope="col" className="k-num">
                    {best} %
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('insightValue.page.bring')}</th>
                {marked.map((best) => (
                  <td key={best} className="k-num">
                    {percent(spread.curve[best] ?? 0, 1)} %
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
          <ValueClasses figures={figures} chosen={chosen} choose={choose} />
        </div>
      </div>
    </>
  )
}

/** The classes made of the curve: how many guests each, and what they brought. */
function ValueClasses({ figures, chosen, choose }: Props) {
  const { t } = useWords()
  return (
    <table className="k-table val-table">
      <thead>
        <tr>
          <th scope="col">{t('field.name.class')}</th>
          <BroughtHeads />
        </tr>
      </thead>
      <tbody>
        {figures.classes.value.map(({ name, ...brought }) => (
          <tr key={name} className={isChosen(chosen, 'value', name) ? 'val-chosen' : ''}>
            <ClassHead kind="value" name={name} choose={choose} />
            <BroughtCells of={brought} figures={figures} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const WIDTH = 260
const HEIGHT = 160

/** The curve from the best guest down, above the diagonal of a hotel where all bring the same. */
function Curve({ curve }: { curve: readonly number[] }) {
  const { t } = useWords()
  const at = (percent: number, share: number) => `${(percent * WIDTH) / 100},${HEIGHT - share * HEIGHT}`
  const twenty = curve[20] ?? 0
  return (
    <svg
      role="img"
      aria-label={t('insightValue.page.curveLabel')}
      className="val-curve"
      viewBox={`-1 -16 ${WIDTH + 2} ${HEIGHT + 32}`}
      width={WIDTH + 2}
      height={HEIGHT + 32}
    >
      <path d={`M0 0V${HEIGHT}H${WIDTH}`} className="val-axis" />
      <path d={`M${at(0, 0)}L${at(100, 1)}`} className="val-even" />
      <polyline points={curve.map((share, percent) => at(percent, share)).join(' ')} className="val-line" />
      <circle cx={0.2 * WIDTH} cy={HEIGHT - twenty * HEIGHT} r={3} className="val-dot" />
      <text x={0.2 * WIDTH + 8} y={HEIGHT - twenty * HEIGHT + 14}>
        20 % → {Math.round(100 * twenty)} %
      </text>
      <text x={0} y={HEIGHT + 14}>
        0 %
      </text>
      <text x={WIDTH / 2} y={HEIGHT + 14} textAnchor="middle">
        {t('insightValue.page.curveGuests')}
      </text>
      <text x={0} y={-5}>
        {t('insightValue.page.curveRevenue')}
      </text>
      <text x={WIDTH} y={HEIGHT + 14} textAnchor="end">
        100 %
      </text>
    </svg>
  )
}
