import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { mapDays, mapStays } from '#shared/domain/insight/value/summary.ts'
import type { Chosen, Figures } from './figures.ts'

type Props = { figures: Figures; chosen: Chosen; choose: (of: Chosen) => void }

/** Days since the last stay by number of stays: how many guests, and by the shade what one of them brought. */
export function ValueMap({ figures, chosen, choose }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const most = Math.max(1, ...figures.map.map((field) => field.revenueMinor / Math.max(1, field.guests)))
  const rows = [...mapStays.keys(), mapStays.length].toReversed()
  const columns = [...mapDays.keys(), mapDays.length]
  return (
    <>
      <p>{t('insightValue.page.mapSentence')}</p>
      <table className="k-table val-map">
        <thead>
          <tr>
            <td>{t('insightValue.page.mapCorner')}</td>
            {columns.map((days) => (
              <th key={days} scope="col" className="k-num">
                {rangeText(mapDays, days, 0)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((stays) => (
            <tr key={stays}>
              <th scope="row">{rangeText(mapStays, stays, 1)}</th>
              {columns.map((days) => {
                const field = figures.map.find((one) => one.days === days && one.stays === stays)
                const guests = field?.guests ?? 0
                const each = guests > 0 ? (field?.revenueMinor ?? 0) / guests : 0
                const on = chosen.by === 'map' && chosen.days === days && chosen.stays === stays
                return (
                  <td
                    key={days}
                    className={on ? 'k-num val-chosen' : 'k-num'}
                    style={{
                      background: `color-mix(in srgb, var(--k-accent-soft) ${Math.round((100 * each) / most)}%, var(--k-surface))`,
                    }}
                  >
                    {guests === 0 ? (
                      <span className="k-faint">0</span>
                    ) : (
                      <button
                        type="button"
                        className="val-link"
                        onClick={() => choose({ by: 'map', days, stays })}
                      >
                        <b>{formatNumber(guests, locale)}</b>
                        <span className="k-quiet">{formatMoney(Math.round(each), currency, locale)}</span>
                      </button>
                    )}
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

/** 91–180; the last is open: > 730. */
function rangeText(bounds: readonly number[], place: number, least: number): string {
  const from = place === 0 ? least : (bounds[place - 1] as number) + 1
  const to = bounds[place]
  if (to === undefined) return `${from}+`
  return from === to ? String(to) : `${from}–${to}`
}
