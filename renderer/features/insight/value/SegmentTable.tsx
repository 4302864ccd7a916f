import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { classWord } from '#renderer/parts/insight/class-words.ts'
import { Playbook } from '#renderer/parts/insight/Playbook.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import type { RfmSegment } from '#shared/domain/insight/value/classes.ts'
import { lettersOf } from '#shared/domain/insight/value/rfm.ts'
import type { Chosen, Figures } from './figures.ts'
import { shareText } from './shares.ts'

type Props = { figures: Figures; chosen: Chosen; choose: (of: Chosen) => void }

/** The eight: what is high in each, how many they are, what they brought; what is done for them in a line below. */
export function SegmentTable({ figures, chosen, choose }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  return (
    <>
      <p>
        <Cuts figures={figures} />
      </p>
      <table className="k-table val-table val-segments">
        <thead>
          <tr>
            <th scope="col">{t('field.name.class')}</th>
            <th scope="col" title={t('insightValue.page.lettersAbout')}>
              R F M
            </th>
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
          </tr>
        </thead>
        {figures.classes.rfm.map(({ name, guests, revenueMinor }, index) => {
          const { r, f, m } = lettersOf(name as RfmSegment)
          return (
            <tbody key={name} className={isChosen(chosen, 'rfm', name) ? 'val-chosen' : ''}>
              <tr>
                <th scope="row">
                  <button
                    type="button"
                    className="val-link"
                    data-start={index === 0 ? true : undefined}
                    onClick={() => choose({ by: 'class', kind: 'rfm', class: name })}
                  >
                    {classWord(t, 'rfm', name)}
                  </button>
                </th>
                <td className="k-code">
                  {[r, f, m].map((high) => t(`insightValue.page.${high ? 'high' : 'low'}`)).join(' ')}
                </td>
                <td className="k-num">{formatNumber(guests, locale)}</td>
                <td className="k-num">{shareText(guests, figures.guests, locale)}</td>
                <td className="k-num">{formatMoney(revenueMinor, currency, locale)}</td>
                <td className="k-num">{shareText(revenueMinor, figures.revenueMinor, locale)}</td>
              </tr>
              <tr>
                <td colSpan={6} className="val-done">
                  <Playbook kind="rfm" name={name} />
                </td>
              </tr>
            </tbody>
          )
        })}
      </table>
    </>
  )
}

export function isChosen(chosen: Chosen, kind: string, name: string): boolean {
  return chosen.by === 'class' && chosen.kind === kind && chosen.class === name
}

/** Where high begins, in words. */
function Cuts({ figures: { cuts } }: { figures: Figures }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const values =
    cuts.kind === 'quintile'
      ? { days: cuts.cuts.recencyDays[1], stays: cuts.cuts.frequency[2], revenue: cuts.cuts.monetary[2] }
      : { days: cuts.cuts.recencyDays, stays: cuts.cuts.frequency, revenue: cuts.cuts.monetary }
  return t(`insightValue.page.cuts.${cuts.kind}`, {
    days: formatNumber(values.days ?? 0, locale, 1),
    stays: formatNumber(values.stays ?? 0, locale, 2),
    revenue: formatMoney(values.revenue ?? 0, currency, locale, true),
  })
}
