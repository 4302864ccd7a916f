import { codeWords, inLanguage } from '#renderer/parts/guest/words.ts'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import type { Condition, ProgrammeParameters, Tier } from '#shared/domain/loyalty/programme.ts'
import type { Reader } from './log-text.ts'

type Line = readonly [label: string, text: string]

/** A programme's parameters in the words of its settings; beside another state of them, only where they differ. */
export function programmeLines(parameters: unknown, other: unknown, reader: Reader): string[] {
  const lines = linesOf(parameters, reader)
  const others = new Map(linesOf(other, reader))
  const colon = reader.language === 'zh' ? '：' : ': '
  return lines
    .filter(([label, text]) => others.get(label) !== text)
    .map(([label, text]) => `${label}${colon}${text}`)
}

function linesOf(value: unknown, reader: Reader): Line[] {
  const parameters = value as ProgrammeParameters | null | undefined
  if (!Array.isArray(parameters?.tiers)) return []
  return [
    ...tierLines(parameters, reader),
    ...ruleLines(parameters, reader),
    ...stayLines(parameters, reader),
    ...pointLines(parameters, reader),
  ]
}

function tierLines({ tiers }: ProgrammeParameters, reader: Reader): Line[] {
  const { t, language } = reader
  return tiers.flatMap((tier): Line[] => [
    [
      inLanguage(tier, language),
      tier.entry ? conditionText(tier.entry, reader) : t('settings.programme.everybody'),
    ],
    ...(tier.retention
      ? [
          [
            `${inLanguage(tier, language)} ${t('settings.programme.retention')}`,
            conditionText(tier.retention, reader),
          ] as const,
        ]
      : []),
  ])
}

function ruleLines(parameters: ProgrammeParameters, reader: Reader): Line[] {
  const { t, locale } = reader
  const { rollover, noShowCap, softLanding } = parameters
  const limit = (value: number | null) => (value === null ? t('common.none') : formatNumber(value, locale))
  return [
    [t('settings.programme.period'), t(`settings.programme.periods.${parameters.period}`)],
    [t('settings.programme.extraPeriods'), formatNumber(parameters.extraPeriods, locale)],
    [t('settings.programme.resetOn'), t(`settings.programme.resets.${parameters.resetOn}`)],
    [t('settings.programme.noShowCap'), limit(noShowCap)],
    [t('settings.programme.softLanding'), limit(softLanding)],
    [
      t('settings.programme.rollover'),
      rollover
        ? `${tierName(parameters.tiers, rollover.fromTier, reader)} · ${rollover.counters
            .map((counter) => t(`settings.programme.counter.${counter}`))
            .join(' · ')}`
        : t('common.none'),
    ],
    [t('settings.programme.spendBasis'), t(`settings.programme.basis.${parameters.spendBasis}`)],
  ]
}

function stayLines({ qualifying }: ProgrammeParameters, reader: Reader): Line[] {
  const { t, locale } = reader
  const { channels } = qualifying
  const named = (codes: readonly string[]) =>
    codes.map((code) => codeWords('booking.channel', code, t)).join(' · ')
  const which =
    channels === 'all'
      ? t('settings.programme.channelsAll')
      : 'only' in channels
        ? `${t('settings.programme.channelsOnly')} ${named(channels.only)}`
        : `${t('settings.programme.channelsExcept')} ${named(channels.except)}`
  const rules = ['anyRate', 'anyPayer', 'freeNights', 'group'] as const
  return [
    [t('settings.programme.channels'), which],
    ...rules.map(
      (rule): Line => [t(`settings.programme.${rule}`), t(qualifying[rule] ? 'common.yes' : 'common.no')],
    ),
    [t('settings.programme.roomsPerStay'), formatNumber(qualifying.roomsPerStay, locale)],
  ]
}

function pointLines({ points, tiers }: ProgrammeParameters, reader: Reader): Line[] {
  const { t, locale, currency } = reader
  const { expiry } = points
  const per = formatMoney(points.perMinor, currency, locale, true)
  return [
    [
      t('settings.programme.pointsTitle'),
      `${formatNumber(points.points, locale)} / ${per} · ${t(`settings.programme.basis.${points.basis}`)}`,
    ],
    ...Object.entries(points.bonusPercent).map(
      ([code, percent]): Line => [
        `${tierName(tiers, code, reader)} ${t('settings.programme.bonus')}`,
        formatNumber(percent, locale),
      ],
    ),
    [t('settings.programme.postingDelay'), formatNumber(points.postingDelayDays, locale)],
    [
      t('settings.programme.expiry'),
      `${t(`settings.programme.expiries.${expiry.kind}`)}${'months' in expiry ? ` ${t('change.months', { count: expiry.months })}` : ''}`,
    ],
    [
      t('settings.programme.neverFrom'),
      points.neverFromTier ? tierName(tiers, points.neverFromTier, reader) : t('settings.programme.noTier'),
    ],
  ]
}

function conditionText(condition: Condition, reader: Reader): string {
  const { t, locale, currency } = reader
  if ('counter' in condition) {
    const { counter, atLeast } = condition
    const least =
      counter === 'spend' ? formatMoney(atLeast, currency, locale, true) : formatNumber(atLeast, locale)
    return `${t(`settings.programme.counter.${counter}`)} ≥ ${least}`
  }
  const [parts, word] =
    'all' in condition
      ? [condition.all, t('settings.programme.and')]
      : [condition.any, t('settings.programme.or')]
  return parts
    .map((part) => ('counter' in part ? conditionText(part, reader) : `(${conditionText(part, reader)})`))
    .join(` ${word} `)
}

function tierName(tiers: readonly Tier[], code: string, { language }: Reader): string {
  const tier = tiers.find((one) => one.code === code)
  return tier ? inLanguage(tier, language) : code
}
