import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { Playbook } from '#renderer/parts/insight/Playbook.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import type { RfmSegment } from '#shared/domain/insight/value/classes.ts'
import { lettersOf } from '#shared/domain/insight/value/rfm.ts'
import { BroughtCells, BroughtHeads, ClassHead } from './ClassCells.tsx'
import type { Chosen, Figures } from './figures.ts'

type Props = { figures: Figures; chosen: Chosen; choose: (of: Chosen) => void }

/** The eight: what is high in each, how many they are, what they brought; what is done for them in a line below. */
export function SegmentTable({ figures, chosen, choose }: Props) {
  const { t } = useWords()
  return (
    <>
      <p>
        <Cuts figures={figures} />
      </p>
      <p className="k-quiet">
        <Ledger figures={figures} />
      </p>
      <table className="k-table val-table val-segments">
        <thead>
          <tr>
            <th scope="col">{t('field.name.class')}</th>
            <th scope="col" title={t('insightValue.page.lettersAbout')}>
              R F M
            </th>
            <BroughtHeads />
          </tr>
        </thead>
        {figures.classes.rfm.map(({ name, ...brought }, index) => {
          const { r, f, m } = lettersOf(name as RfmSegment)
          return (
            <tbody key={name} className={isChosen(chosen, 'rfm', name) ? 'val-chosen' : ''}>
              <tr>
                <ClassHead kind="rfm" name={name} choose={choose} isStart={index === 0} />
                <td className="k-code">
                  {[r, f, m].map((high) => t(`insightValue.page.${high ? 'high' : 'low'}`)).join(' ')}
                </td>
                <BroughtCells of={brought} figures={figures} />
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

/** Which revenue counts, and where it is from. */
function Ledger({ figures: { ledger } }: { figures: Figures }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  return t('insightValue.page.ledger', {
    posted: formatNumber(ledger.posted, locale),
    bookings: formatNumber(ledger.bookings, locale),
    other: formatMoney(ledger.otherMinor, currency, locale, true),
  })
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
