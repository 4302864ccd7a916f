import { Tooltip } from 'antd'
import { useCallback, useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { Chart } from '#renderer/ui/Chart.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import type { Profile } from './editing.tsx'
import { bestYear, withoutGaps } from './years.ts'

const figures = [
  'stays',
  'nights',
  'roomRevenueMinor',
  'adrMinor',
  'lastStay',
  'bookings',
  'cancellations',
  'noShows',
  'meanLeadTime',
] as const

type Figures = Profile['asGuest']

/** What managers read, in both roles, and the years. */
export function KeyFigures({ profile }: { profile: Profile }) {
  return (
    <div className="g-figures">
      <FigureTable asGuest={profile.asGuest} asBooker={profile.asBooker} />
      <Years years={profile.years} nightsAsBooker={profile.asBooker.nights} />
    </div>
  )
}

function FigureTable({ asGuest, asBooker }: { asGuest: Figures; asBooker: Figures }) {
  const { t } = useWords()
  const { currency } = useHotel()
  return (
    <table className="g-figure-table">
      <caption className="k-hidden">{t('guest.section.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">
            {t('guest.section.figures')} <span className="k-faint">{currency}</span>
          </th>
          <th scope="col" className="k-num">
            {t('guest.figure.asGuest')}
          </th>
          <th scope="col" className="k-num">
            {t('guest.figure.asBooker')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure}>
            <th scope="row">
              <Tooltip
                title={t(`guest.figure.definition.${figure}`)}
                trigger={['hover', 'focus']}
                placement="right"
              >
                <button type="button" className="g-term">
                  {t(`guest.figure.${figure}`)}
                </button>
              </Tooltip>
            </th>
            <td className="k-num">
              <FigureText figure={figure} of={asGuest} />
            </td>
            <td className="k-num">
              <FigureText figure={figure} of={asBooker} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FigureText({ figure, of }: { figure: (typeof figures)[number]; of: Figures }) {
  const { t, locale } = useWords()
  if (figure === 'lastStay') return of.lastStay ? <DateText date={of.lastStay} /> : '—'
  const value = of[figure]
  if (figure === 'roomRevenueMinor' || figure === 'adrMinor') {
    return <MoneyText minor={value === null ? null : Math.round(value)} />
  }
  if (figure === 'meanLeadTime') {
    if (value === null) return '—'
    const count = Math.round(value)
    return t('guest.figure.days', { count, shown: formatNumber(count, locale) })
  }
  return formatNumber(value, locale)
}

type Measure = 'nights' | 'roomRevenueMinor'

function Years({ years, nightsAsBooker }: { years: Profile['years']; nightsAsBooker: number }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const [measure, setMeasure] = useMemory<Measure>('years', 'nights')
  const money = useCallback((minor: number) => formatMoney(minor, currency, locale, true), [currency, locale])
  const short = useMemo(() => {
    const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
    return (minor: number) => compact.format(minor / 100)
  }, [locale])
  const whole = useCallback((value: number) => formatNumber(value, locale), [locale])
  const bars = useMemo(
    () => withoutGaps(years).map((year) => ({ label: String(year.year), value: year[measure] })),
    [years, measure],
  )
  const best = bestYear(years, measure)
  if (!best)
    return (
      <p className="k-faint g-years">
        {nightsAsBooker > 0
          ? t('guest.year.bookerOnly', { nights: t('guest.year.count', { count: nightsAsBooker }) })
          : t('guest.year.none')}
      </p>
    )
  const sum = years.reduce((total, year) => total + year[measure], 0)
  const words = (value: number) =>
    measure === 'nights' ? t('guest.year.count', { count: value }) : money(value)
  const one = years.length === 1
  const sentence = one
    ? t('guest.year.only', {
        year: best.year,
        nights: t('guest.year.count', { count: best.nights }),
        revenue: money(best.roomRevenueMinor),
      })
    : t(measure === 'nights' ? 'guest.year.best' : 'guest.year.revenueBest', {
        nights: words(sum),
        revenue: words(sum),
        years: bars.length,
        year: best.year,
        best: words(best[measure]),
      })
  return (
    <div className="g-years">
      <div className="g-measures" role="group" aria-label={t('guest.section.years')}>
        {(['nights', 'roomRevenueMinor'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="k-chip"
            aria-pressed={measure === each}
            onClick={() => setMeasure(each)}
          >
            {t(each === 'nights' ? 'guest.year.nights' : 'guest.year.revenue')}
          </button>
        ))}
      </div>
      <Chart
        sentence={sentence}
        measure={t(measure === 'nights' ? 'guest.year.nights' : 'guest.year.revenue')}
        bars={bars}
        format={measure === 'nights' ? whole : bars.length > 4 ? short : money}
        height={130}
      />
    </div>
  )
}
