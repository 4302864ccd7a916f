import { moneyText, numberText, shareText } from '#shared/i18n/figure-text.ts'
import type { WordedSeries } from '#shared/i18n/report-text.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type Currency, minorDigits } from '#shared/values/index.ts'

/** How a chart's figures and words are written. */
export type ChartWords = { currency: string; locale: string; language: Language }

/** From a least to a greatest value that are round, with the steps between them. */
export type Scale = { least: number; most: number; ticks: readonly number[] }

/** At most so many steps fit the height of a chart. */
const steps = 4

/** A scale over all values, from zero: bars that begin elsewhere lie. */
function scaleOver(values: readonly number[], unit = 1): Scale {
  const top = Math.max(0, ...values) / unit
  const bottom = Math.min(0, ...values) / unit
  const step = roundStep((top - bottom || 1) / steps)
  const least = Math.floor(bottom / step + 1e-9) * step
  const most = Math.max(Math.ceil(top / step - 1e-9) * step, least + step)
  const count = Math.round((most - least) / step)
  const ticks = Array.from({ length: count + 1 }, (_, index) => (least + index * step) * unit)
  return { least: least * unit, most: most * unit, ticks }
}

/** 1, 2, 2.5 or 5 times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Counts have no halves; money is scaled in its whole units. */
export function scaleOf(series: readonly WordedSeries[], values: readonly number[], currency: string): Scale {
  const kind = series[0]?.kind
  const scale = scaleOver(values, kind === 'money' ? 10 ** minorDigits(currency as Currency) : 1)
  if (kind !== 'count') return scale
  const ticks = scale.ticks.filter(Number.isInteger)
  return ticks.length > 1 ? { ...scale, ticks } : { least: 0, most: 1, ticks: [0, 1] }
}

/** A step of the scale in few signs: 75 %, 1,200; money without its decimals. */
export function tickText(
  value: number,
  kind: WordedSeries['kind'],
  currency: string,
  locale: string,
): string {
  if (kind === 'share' || kind === 'points') return shareText(value, locale, 0)
  if (kind === 'money') return moneyText(value, currency, locale).replace(/[.,]0+$/, '')
  return numberText(value, locale, Number.isInteger(value) ? 0 : 1)
}
