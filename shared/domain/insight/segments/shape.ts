/** The shape of a rule as it comes from a form, a file or the store; what it means is checked by check.ts. */
import { z } from 'zod'
import { type BusinessDate, isBusinessDate } from '../../../values/business-date.ts'
import { maxMinor } from '../../../values/money.ts'
import { consentChannels } from '../../guest/choices.ts'
import { requestKinds } from '../../request/request.ts'
import { classNames } from './classes.ts'
import { maxAgo } from './day-term.ts'
import { dayUnits, joins, maxConditions, maxValues, type Node } from './rule.ts'

const wrong = { error: 'segment.shape' }
const whole = (min: number, max: number) =>
  z
    .number({ error: 'segment.number' })
    .int('segment.number')
    .min(min, 'segment.number')
    .max(max, 'segment.number')

const day = z
  .string({ error: 'segment.date' })
  .refine(isBusinessDate, 'segment.date') as unknown as z.ZodType<BusinessDate, string>
const dayTerm = z
  .union(
    [
      z.strictObject({ on: day }),
      z.strictObject({ ago: whole(0, maxAgo.day), unit: z.enum(dayUnits, wrong) }),
      z.strictObject({ year: whole(-100, 0), month: whole(1, 12), day: whole(1, 31) }),
    ],
    { error: 'segment.date' },
  )
  .refine((term) => !('ago' in term) || term.ago <= maxAgo[term.unit], 'segment.date')

const amount = z.number({ error: 'segment.number' }).max(maxMinor, 'segment.number')
const not = z.boolean(wrong)
const fact = z.string(wrong).min(1, 'segment.fact').max(40, 'segment.fact')
const text = z.string(wrong).max(120, 'segment.value')
const list = <T extends z.ZodType>(value: T) => z.array(value, wrong).max(maxValues, 'segment.tooManyValues')
const span = { from: dayTerm.nullable(), to: dayTerm.nullable() }

const conditions = [
  z.strictObject({ kind: z.literal('amount'), not, fact, from: amount.nullable(), to: amount.nullable() }),
  z.strictObject({ kind: z.literal('date'), not, fact, ...span }),
  z.strictObject({ kind: z.literal('word'), not, fact, values: list(text) }),
  z.strictObject({ kind: z.literal('known'), not, fact }),
  z.strictObject({ kind: z.literal('came'), not, least: whole(1, 1_000), ...span }),
  z.strictObject({ kind: z.literal('tag'), not, values: list(text) }),
  z.strictObject({ kind: z.literal('preference'), not, values: list(text) }),
  z.strictObject({ kind: z.literal('request'), not, values: list(z.enum(requestKinds, wrong)) }),
  z.strictObject({ kind: z.literal('consent'), not, values: list(z.enum(consentChannels, wrong)) }),
  z.strictObject({ kind: z.literal('class'), not, of: z.enum(classNames, wrong), values: list(text) }),
] as const

const node: z.ZodType<Node> = z.lazy(() => z.discriminatedUnion('kind', [group, ...conditions], wrong))
const group = z.strictObject({
  kind: z.enum(joins, wrong),
  not,
  of: z.array(node, wrong).max(maxConditions, 'segment.tooMany'),
})

/** A rule as far as its shape tells. Its depth has to be bounded before: it goes down as far as the value does. */
export const ruleShape = group
