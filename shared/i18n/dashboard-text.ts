import { type AheadDay, type Dashboard, type HouseFigures, sumAhead } from '../domain/report/dashboard.ts'
import { bestKnown, differenceOf, type ShownFigure } from '../domain/report/dashboard-figures.ts'
import { kindOf } from '../domain/report/measures.ts'
import { isZero, moneyText, numberText, shareText } from './figure-text.ts'
import { words } from './index.ts'
import { type CellContext, pointsText } from './report-cell.ts'
import type { Language } from './types.ts'

type Writing = Pick<CellContext, 'language' | 'locale' | 'currency'>

/** A figure as the reader writes it. */
export function figureText(
  name: ShownFigure,
  figures: HouseFigures,
  { currency, locale }: Omit<Writing, 'language'>,
): string {
  const value = figures[name]
  if (value === null) return '—'
  const kind = kindOf(name)
  if (kind === 'money') return moneyText(value, currency, locale)
  return kind === 'share' ? shareText(value, locale) : numberText(value, locale)
}

/** +3.4 pp, −2.1 %; 0.0 % without a sign. */
export function differenceText(
  difference: NonNullable<ReturnType<typeof differenceOf>>,
  locale: string,
  language: Language,
): string {
  const isPoints = 'points' in difference
  const value = isPoints ? difference.points : difference.part
  const text = isPoints ? pointsText(value, locale, language) : `${numberText(100 * value, locale, 1)} %`
  return value > 0 && !isZero(text) ? `+${text}` : text
}

/** Today in one sentence, beside what it is best held against. */
export function dashboardSays(seen: Dashboard, writing: Writing): string | null {
  const [today] = seen.spans
  if (!today) return null
  const { language, locale } = writing
  const { figures } = today
  const name = figures.occupancy === null ? 'roomsSold' : 'occupancy'
  const against = bestKnown(today)
  const difference = against && differenceOf(name, figures, today.against[against])
  const text = (one: ShownFigure) => figureText(one, figures, writing)
  const sold =
    figures.occupancy === null
      ? words(language, 'reportScreen.dashboard.says.sold', { rooms: text('roomsSold') })
      : words(language, 'reportScreen.dashboard.says.occupancy', {
          rooms: text('roomsSold'),
          occupancy: text('occupancy'),
        })
  const rate = seen.withoutRevenue
    ? ''
    : words(language, 'reportScreen.dashboard.says.adr', { adr: text('adr') })
  const end =
    against && difference
      ? words(language, 'reportScreen.dashboard.says.against', {
          difference: differenceText(difference, locale, language),
          against: words(language, `reportScreen.dashboard.than.${against}`),
        })
      : words(language, 'reportScreen.dashboard.says.end')
  return sold + rate + end
}

/** What the coming days have on the books, beside last year. */
export function aheadSays(
  days: readonly AheadDay[],
  { language, locale }: Pick<Writing, 'language' | 'locale'>,
): string {
  const { roomsSold, lastYear, sameMoment } = sumAhead(days)
  const says = lastYear === null ? 'alone' : sameMoment === null ? 'ended' : 'both'
  return words(language, `reportScreen.dashboard.ahead.says.${says}`, {
    now: numberText(roomsSold, locale),
    ended: numberText(lastYear, locale),
    before: numberText(sameMoment, locale),
  })
}
