import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatDate } from '#renderer/ui/format.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type BusinessDate, toDayNumber } from '#shared/values/business-date.ts'

type Guest = OutputOf<'leaving.ofGuest'>

const WIDTH = 340
const HEIGHT = 58
const LINE = 30
/** Older stays than these many intervals are off the drawing: the last ones tell the rhythm. */
const SHOWN_STAYS = 14

/** Stays on a time line, the day on which the next one was due by the own interval, and today. */
export function Rhythm({ guest }: { guest: Guest }) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  const { warning } = guest
  const stays = guest.stays.filter(({ status }) => status !== 'confirmed').slice(-SHOWN_STAYS)
  const [first] = stays
  if (!first) return null
  const from = toDayNumber(first.arrival)
  const to = Math.max(toDayNumber(businessDate), warning ? toDayNumber(warning.expectedOn) : 0)
  const x = (date: BusinessDate) => 8 + ((toDayNumber(date) - from) / Math.max(1, to - from)) * (WIDTH - 16)
  const said = warning
    ? t('leaving.rhythm.about', {
        count: stays.length,
        from: formatDate(first.arrival, locale),
        due: formatDate(warning.expectedOn, locale),
        today: formatDate(businessDate, locale),
      })
    : t('leaving.rhythm.aboutStays', { count: stays.length, from: formatDate(first.arrival, locale) })
  return (
    <figure className="lv-rhythm">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
        <line className="lv-axis" x1={8} x2={x(businessDate)} y1={LINE} y2={LINE} />
        {warning && (
          <>
            <line
              className="lv-overdue"
              x1={Math.min(x(warning.expectedOn), x(businessDate))}
              x2={x(businessDate)}
              y1={LINE}
              y2={LINE}
            />
            <path className="lv-due" d={`M${x(warning.expectedOn)} ${LINE - 7}l5 7l-5 7l-5-7z`} />
            <text className="lv-text" x={clamp(x(warning.expectedOn))} y={12} textAnchor="middle">
              {t('leaving.rhythm.due')}
            </text>
          </>
        )}
        {stays.map(({ arrival, departure }) => (
          <rect
            key={`${arrival}${departure}`}
            className="lv-stay"
            x={x(arrival)}
            y={LINE - 6}
            width={Math.max(3, x(departure) - x(arrival))}
            height={12}
          />
        ))}
        <line className="lv-today" x1={x(businessDate)} x2={x(businessDate)} y1={LINE - 9} y2={LINE + 9} />
        <text className="lv-text" x={8} y={HEIGHT - 4}>
          {formatDate(first.arrival, locale)}
        </text>
        <text className="lv-text" x={clamp(x(businessDate))} y={HEIGHT - 4} textAnchor="middle">
          {t('leaving.rhythm.today')}
        </text>
      </svg>
      <figcaption className="k-quiet">{said}</figcaption>
    </figure>
  )
}

/** A word in the middle of its mark, kept inside the drawing. */
function clamp(x: number): number {
  return Math.min(WIDTH - 34, Math.max(34, x))
}
