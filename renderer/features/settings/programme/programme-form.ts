import type { OutputOf } from '#shared/contract/index.ts'
import type {
  Counter,
  PeriodKind,
  PointRules,
  ProgrammeParameters,
  Tier,
} from '#shared/domain/loyalty/programme.ts'
import { amount, amountText, wholeNumber } from '../values.ts'
import { type ConditionForm, conditionForm, conditionOf } from './condition-form.ts'

export type Programme = OutputOf<'loyalty.listProgrammes'>[number]

export type TierForm = {
  /** Names the tier within the form, so that what refers to it follows a change of its code. */
  key: string
  code: string
  nameEn: string
  nameZh: string
  bonus: string
  /** Null only for the first tier. */
  entry: ConditionForm | null
  /** Null: as entry. */
  retention: ConditionForm | null
}

/** A programme as it is typed: figures as text, tiers by key. */
export type ProgrammeForm = {
  code: string
  nameEn: string
  nameZh: string
  active: boolean
  period: PeriodKind
  tiers: TierForm[]
  spendBasis: 'room' | 'total'
  noShowCap: string
  resetOn: ProgrammeParameters['resetOn']
  rollover: boolean
  rolloverFrom: string
  rolloverCounters: Counter[]
  softLanding: string
  extraPeriods: string
  channels: 'all' | 'only' | 'except'
  channelList: string[]
  anyRate: boolean
  anyPayer: boolean
  freeNights: boolean
  group: boolean
  roomsPerStay: string
  pointsBasis: 'room' | 'total'
  points: string
  perMinor: string
  postingDelayDays: string
  expiry: PointRules['expiry']['kind']
  months: string
  neverFromTier: string
}

type Named = { code: string; nameEn: string; nameZh: string; active: boolean }

/** The form of a programme on file or of an example. */
export function programmeForm(
  named: Named,
  parameters: ProgrammeParameters,
  currency: string,
): ProgrammeForm {
  const { rollover, qualifying, points } = parameters
  const { channels } = qualifying
  const { code, nameEn, nameZh, active } = named
  return {
    code,
    nameEn,
    nameZh,
    active,
    period: parameters.period,
    tiers: parameters.tiers.map((tier) => tierForm(tier, points, currency)),
    spendBasis: parameters.spendBasis,
    noShowCap: textOf(parameters.noShowCap),
    resetOn: parameters.resetOn,
    rollover: rollover !== null,
    rolloverFrom: rollover?.fromTier ?? parameters.tiers[1]?.code ?? '',
    rolloverCounters: rollover?.counters ?? ['nights'],
    softLanding: textOf(parameters.softLanding),
    extraPeriods: String(parameters.extraPeriods),
    channels: channels === 'all' ? 'all' : 'only' in channels ? 'only' : 'except',
    channelList: channels === 'all' ? [] : 'only' in channels ? channels.only : channels.except,
    anyRate: qualifying.anyRate,
    anyPayer: qualifying.anyPayer,
    freeNights: qualifying.freeNights,
    group: qualifying.group,
    roomsPerStay: String(qualifying.roomsPerStay),
    pointsBasis: points.basis,
    points: String(points.points),
    perMinor: amountText(points.perMinor, currency),
    postingDelayDays: String(points.postingDelayDays),
    expiry: points.expiry.kind,
    months: 'months' in points.expiry ? String(points.expiry.months) : '24',
    neverFromTier: points.neverFromTier ?? '',
  }
}

function tierForm(tier: Tier, points: PointRules, currency: string): TierForm {
  const { code, nameEn, nameZh, entry, retention } = tier
  return {
    key: code,
    code,
    nameEn,
    nameZh,
    bonus: textOf(points.bonusPercent[code] ?? null),
    entry: entry && conditionForm(entry, currency),
    retention: retention && conditionForm(retention, currency),
  }
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value)
}

export type FormProblem = 'number' | 'amount' | 'condition'
export type Problems = Record<string, FormProblem>

/** The parameters as typed, or what can’t be read, by the path that the core would name it by. */
export function parametersOf(
  form: ProgrammeForm,
  currency: string,
): { parameters: ProgrammeParameters } | { problems: Problems } {
  const problems: Problems = {}
  const whole = (path: string, text: string): number => {
    const value = wholeNumber(text)
    if (value === null) problems[path] = 'number'
    return value ?? 0
  }
  const maybe = (path: string, text: string) => (text.trim() === '' ? null : whole(path, text))
  const condition = (path: string, of: ConditionForm | null) => {
    if (of === null) return null
    const read = conditionOf(of, currency)
    if (read === null) problems[path] = 'condition'
    return read
  }
  const codeOf = (key: string) => form.tiers.find((tier) => tier.key === key)?.code ?? key
  const perMinor = amount(form.perMinor, currency)
  if (perMinor === null || perMinor < 1) problems['points.perMinor'] = 'amount'
  const bonus = form.tiers.flatMap((tier) => {
    const percent = maybe(`points.bonusPercent.${tier.code}`, tier.bonus)
    return percent === null ? [] : [[tier.code, percent] as const]
  })
  const parameters: ProgrammeParameters = {
    period: form.period,
    tiers: form.tiers.map((tier, at) => ({
      code: tier.code.trim(),
      nameEn: tier.nameEn,
      nameZh: tier.nameZh,
      entry: at === 0 ? null : condition(`tiers.${at}.entry`, tier.entry),
      retention: at === 0 ? null : condition(`tiers.${at}.retention`, tier.retention),
    })),
    spendBasis: form.spendBasis,
    noShowCap: maybe('noShowCap', form.noShowCap),
    resetOn: form.resetOn,
    rollover: form.rollover ? { fromTier: codeOf(form.rolloverFrom), counters: form.rolloverCounters } : null,
    softLanding: maybe('softLanding', form.softLanding),
    extraPeriods: whole('extraPeriods', form.extraPeriods),
    qualifying: {
      channels: channelsOf(form),
      anyRate: form.anyRate,
      anyPayer: form.anyPayer,
      freeNights: form.freeNights,
      group: form.group,
      roomsPerStay: whole('qualifying.roomsPerStay', form.roomsPerStay),
    },
    points: {
      basis: form.pointsBasis,
      points: whole('points.points', form.points),
      perMinor: perMinor ?? 1,
      bonusPercent: Object.fromEntries(bonus),
      postingDelayDays: whole('points.postingDelayDays', form.postingDelayDays),
      expiry:
        form.expiry === 'never'
          ? { kind: 'never' }
          : { kind: form.expiry, months: whole('points.expiry.months', form.months) },
      neverFromTier: form.neverFromTier === '' ? null : codeOf(form.neverFromTier),
    },
  }
  return Object.keys(problems).length > 0 ? { problems } : { parameters }
}

function channelsOf({ channels, channelList }: ProgrammeForm): ProgrammeParameters['qualifying']['channels'] {
  if (channels === 'all') return 'all'
  return channels === 'only' ? { only: channelList } : { except: channelList }
}

/** A tier put after the others: a step above the last one’s nights. */
export function addedTier(tiers: readonly TierForm[]): TierForm[] {
  const taken = new Set(tiers.flatMap(({ key, code }) => [key, code]))
  let number = tiers.length + 1
  while (taken.has(`tier-${number}`)) number++
  const code = `tier-${number}`
  const last = tiers.at(-1)?.entry
  const entry: ConditionForm = last
    ? structuredClone(last)
    : { inner: 'or', groups: [[{ counter: 'nights', text: '10' }]] }
  const first = tiers.length === 0
  return [
    ...tiers,
    { key: code, code, nameEn: '', nameZh: '', bonus: '', entry: first ? null : entry, retention: null },
  ]
}

/** A tier one place up or down. The first tier is everybody’s: anyone who comes there loses the conditions in effect, not in the form. */
export function movedTier(tiers: readonly TierForm[], at: number, by: 1 | -1): TierForm[] {
  const moved = [...tiers]
  const [tier] = moved.splice(at, 1)
  if (tier) moved.splice(at + by, 0, tier)
  return moved.map((one, index) =>
    index > 0 && one.entry === null
      ? { ...one, entry: { inner: 'or', groups: [[{ counter: 'nights', text: '' }]] } }
      : one,
  )
}

/** Without a tier; what referred to it refers to the lowest that is left above the first. */
export function withoutTier(form: ProgrammeForm, at: number): Partial<ProgrammeForm> {
  const gone = form.tiers[at]?.key
  const tiers = form.tiers.filter((_, index) => index !== at)
  return {
    tiers,
    ...(form.rolloverFrom === gone ? { rolloverFrom: tiers[1]?.key ?? '' } : {}),
    ...(form.neverFromTier === gone ? { neverFromTier: '' } : {}),
  }
}

/** Whether a field on screen shows what is wrong at this path of the parameters. */
export function isShownAt(path: string): boolean {
  return /^(tiers\.\d+\.(code|nameEn|nameZh|entry|retention)|rollover|softLanding|noShowCap|extraPeriods|qualifying\.(channels|roomsPerStay)|points\.(points|perMinor|bonusPercent|postingDelayDays|expiry|neverFromTier))/.test(
    path,
  )
}
