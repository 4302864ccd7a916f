/** Checks a programme's parameters as they come from a form or a file; the answer names the field. */
import { z } from 'zod'
import { ok, type Result, refuse } from '../../values/index.ts'
import {
  type Condition,
  type Counter,
  counters,
  fulfils,
  noCounters,
  type ProgrammeParameters,
  periodKinds,
  resets,
  revenueBases,
  waysOf,
} from './programme.ts'

const counter = z.enum(counters, { error: 'loyalty.choice' })
const whole = (min: number, max: number) =>
  z
    .number({ error: 'loyalty.number' })
    .int('loyalty.number')
    .min(min, 'loyalty.number')
    .max(max, 'loyalty.number')
const words = z.string({ error: 'loyalty.text' }).trim().min(1, 'loyalty.text').max(60, 'loyalty.text')
const tierCode = z
  .string({ error: 'loyalty.tierCode' })
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'loyalty.tierCode')

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ counter, atLeast: whole(1, 1_000_000_000_00) }),
      z.strictObject({ all: z.array(condition).min(1, 'loyalty.empty').max(8, 'loyalty.tooMany') }),
      z.strictObject({ any: z.array(condition).min(1, 'loyalty.empty').max(8, 'loyalty.tooMany') }),
    ],
    { error: 'loyalty.condition' },
  ),
)

const tier = z.strictObject({
  code: tierCode,
  nameEn: words,
  nameZh: words,
  entry: condition.nullable(),
  retention: condition.nullable(),
})

const channelList = z.array(z.string().min(1).max(60)).min(1, 'loyalty.empty').max(100)
const months = whole(1, 240)

/** The shape of the parameters; what it can't say (order of tiers, names that must exist) is checked after it. */
const shape = z.strictObject({
  period: z.enum(periodKinds, { error: 'loyalty.choice' }),
  tiers: z.array(tier).min(1, 'loyalty.empty').max(12, 'loyalty.tooMany'),
  spendBasis: z.enum(revenueBases, { error: 'loyalty.choice' }),
  noShowCap: whole(0, 100).nullable(),
  resetOn: z.enum(resets, { error: 'loyalty.choice' }),
  rollover: z
    .strictObject({ fromTier: tierCode, counters: z.array(counter).min(1, 'loyalty.empty') })
    .nullable(),
  softLanding: whole(1, 12).nullable(),
  extraPeriods: whole(0, 5),
  qualifying: z.strictObject({
    channels: z.union(
      [z.literal('all'), z.strictObject({ only: channelList }), z.strictObject({ except: channelList })],
      { error: 'loyalty.choice' },
    ),
    anyRate: z.boolean('loyalty.choice'),
    anyPayer: z.boolean('loyalty.choice'),
    freeNights: z.boolean('loyalty.choice'),
    group: z.boolean('loyalty.choice'),
    roomsPerStay: whole(1, 20),
  }),
  points: z.strictObject({
    basis: z.enum(revenueBases, { error: 'loyalty.choice' }),
    points: whole(0, 100_000),
    perMinor: whole(1, 1_000_000_000),
    bonusPercent: z.record(tierCode, whole(0, 1000)),
    postingDelayDays: whole(0, 90),
    expiry: z.discriminatedUnion(
      'kind',
      [
        z.strictObject({ kind: z.literal('never') }),
        z.strictObject({ kind: z.literal('inactivity'), months }),
        z.strictObject({ kind: z.literal('fixed-age'), months }),
      ],
      { error: 'loyalty.choice' },
    ),
    neverFromTier: tierCode.nullable(),
  }),
})

/** `all` and `any` within each other, and the ways to a tier that they come to: more is no programme that a guest understands. */
const MOST_LEVELS = 3
const MOST_WAYS = 64

/**
 * The parameters, or PARAMETERS_INVALID with `path` (tiers.2.entry) and `why`, a code `loyalty.*`:
 * a wrong shape, conditions nested deeper than three levels or with more than 64 ways (both with the `tier`), two tiers
 * of one code, a first tier with conditions or a later one without, a tier easier than the one below it, a retention
 * harder than the entry, a tier named that isn't there, rollover where counting never ends.
 */
export function checkParameters(value: unknown): Result<ProgrammeParameters, 'PARAMETERS_INVALID'> {
  // Before the shape, which goes down as far as the value does.
  const deep = conditionWhere(value, (condition) => deeperThan(condition, MOST_LEVELS))
  if (deep) return refuse('PARAMETERS_INVALID', { ...deep, why: 'loyalty.tooDeep' })
  const read = shape.safeParse(value)
  if (!read.success) {
    const issue = read.error.issues[0]
    const why = issue?.message.startsWith('loyalty.') ? issue.message : 'loyalty.shape'
    return refuse('PARAMETERS_INVALID', { path: issue?.path.join('.') ?? '', why })
  }
  const many = conditionWhere(read.data, (condition) => waysIn(condition as Condition) > MOST_WAYS)
  if (many) return refuse('PARAMETERS_INVALID', { ...many, why: 'loyalty.tooManyWays' })
  const problem = meaningProblem(read.data)
  return problem ? refuse('PARAMETERS_INVALID', { path: problem[0], why: problem[1] }) : ok(read.data)
}

/** The first condition of a tier that is so, by its path and the tier's code; the value need have no shape yet. */
function conditionWhere(
  value: unknown,
  isSo: (condition: unknown) => boolean,
): { path: string; tier: string } | null {
  const tiers = fieldOf(value, 'tiers')
  for (const [i, tier] of (Array.isArray(tiers) ? tiers : []).entries()) {
    for (const field of ['entry', 'retention']) {
      const condition = fieldOf(tier, field)
      if (condition && isSo(condition)) {
        return { path: `tiers.${i}.${field}`, tier: String(fieldOf(tier, 'code') ?? i + 1).slice(0, 32) }
      }
    }
  }
  return null
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function deeperThan(condition: unknown, levels: number): boolean {
  const parts = [fieldOf(condition, 'all'), fieldOf(condition, 'any')].filter(Array.isArray).flat()
  return parts.length > 0 && (levels === 0 || parts.some((part) => deeperThan(part, levels - 1)))
}

/** How many ways a condition has, counted and not spelt out. */
function waysIn(condition: Condition): number {
  if ('counter' in condition) return 1
  if ('any' in condition) return condition.any.reduce((sum, part) => sum + waysIn(part), 0)
  return condition.all.reduce((product, part) => product * waysIn(part), 1)
}

type Problem = [path: string, why: string] | null

function meaningProblem(parameters: ProgrammeParameters): Problem {
  return tiersProblem(parameters) ?? namesProblem(parameters) ?? periodProblem(parameters)
}

function tiersProblem({ tiers }: ProgrammeParameters): Problem {
  for (const [i, tier] of tiers.entries()) {
    const at = `tiers.${i}`
    if (tiers.findIndex(({ code }) => code === tier.code) < i) return [`${at}.code`, 'loyalty.tierTwice']
    if (i === 0 && tier.entry !== null) return [`${at}.entry`, 'loyalty.firstTierFree']
    if (i === 0 && tier.retention !== null) return [`${at}.retention`, 'loyalty.firstTierFree']
    if (i > 0 && tier.entry === null) return [`${at}.entry`, 'loyalty.entryNeeded']
    const below = tiers[i - 1]?.entry
    if (tier.entry && below && !implies(tier.entry, below)) return [`${at}.entry`, 'loyalty.tierOrder']
    if (tier.entry && tier.retention && !implies(tier.entry, tier.retention)) {
      return [`${at}.retention`, 'loyalty.retentionHarder']
    }
  }
  return null
}

function namesProblem({ tiers, rollover, points }: ProgrammeParameters): Problem {
  const known = (code: string) => tiers.some((tier) => tier.code === code)
  if (rollover && !known(rollover.fromTier)) return ['rollover.fromTier', 'loyalty.tierUnknown']
  if (points.neverFromTier !== null && !known(points.neverFromTier)) {
    return ['points.neverFromTier', 'loyalty.tierUnknown']
  }
  const stranger = Object.keys(points.bonusPercent).find((code) => !known(code))
  return stranger === undefined ? null : [`points.bonusPercent.${stranger}`, 'loyalty.tierUnknown']
}

function periodProblem({ period, rollover, resetOn, extraPeriods }: ProgrammeParameters): Problem {
  if (rollover && (period === 'rolling-12-months' || resetOn !== 'never')) {
    return ['rollover', 'loyalty.rolloverWithoutEnd']
  }
  if (period === 'rolling-12-months' && extraPeriods > 0)
    return ['extraPeriods', 'loyalty.rollingHasNoPeriods']
  return null
}

/** Anyone who fulfils `a` by the bare minimum of any of its ways fulfils `b`. */
function implies(a: Condition, b: Condition): boolean {
  return waysOf(a, noCounters()).every((way) => {
    const least = noCounters()
    for (const { counter, need } of way) least[counter satisfies Counter] = need
    return fulfils(b, least)
  })
}
