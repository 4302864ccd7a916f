import { z } from 'zod'
import { hasStackedMarks, withoutUnseen } from '../domain/name/name.ts'
import { type BusinessDate, isBusinessDate, maxMinor } from '../values/index.ts'

/**
 * The field kinds that operations are made of. A message is a code (`invalid.*`): its words, in both
 * languages, are in shared/i18n. Text is bounded, normalised (NFC, trimmed, without what shows nothing) and
 * free of control and direction-override characters and of marks piled on a letter. What a check does that JSON Schema has a word for, `meta` says to `keyrack contract`.
 */
export function id<T extends number>() {
  return z
    .number({ error: 'invalid.id' })
    .int('invalid.id')
    .positive('invalid.id')
    .max(Number.MAX_SAFE_INTEGER, 'invalid.id') as unknown as z.ZodType<T, number>
}

const laterThanAll = /^(2[2-9]|[3-9]\d)\d\d-\d\d-\d\d$/
/** A birth date beyond all business dates is one to come, and no day that does not exist. */
export const birthDate = z
  .string({ error: 'invalid.date' })
  .refine((text) => !laterThanAll.test(text), { error: 'invalid.birthDateFuture', abort: true })
  .refine(isBusinessDate, 'invalid.date')
  .meta({ format: 'date' }) as unknown as z.ZodType<BusinessDate, string>

export const businessDate = z
  .string({ error: 'invalid.date' })
  .refine(isBusinessDate, 'invalid.date')
  .meta({ format: 'date' }) as unknown as z.ZodType<BusinessDate, string>

/** A time on the hotel’s clock, HH:MM. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalid.time')

/** Minor units of the hotel's currency, zero or more. */
export const amountMinor = z
  .number({ error: 'invalid.amount' })
  .int('invalid.amount')
  .min(0, 'invalid.amountNegative')
  .max(maxMinor, 'invalid.amountTooLarge')

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
const lineBreak = /[\n\r\t]/
const direction = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const legible = /[\p{L}\p{N}]/u
const pictograph = /(?![©®™])\p{Extended_Pictographic}/u

function bounded(max: number, allowBreaks: boolean, tidied: (text: string) => string = withoutUnseen) {
  return z
    .string({ error: (issue) => (issue.input === undefined ? 'invalid.required' : 'invalid.text') })
    .transform((text) => tidied(text).normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(max, 'invalid.tooLong')
        .refine(
          (text) => !control.test(text) && (allowBreaks || !lineBreak.test(text)),
          'invalid.controlCharacter',
        )
        .refine((text) => !direction.test(text), 'invalid.directionCharacter')
        .refine((text) => !hasStackedMarks(text), 'invalid.stackedMarks')
        .refine((text) => !loneSurrogate.test(text), 'invalid.brokenCharacter'),
    )
}

function filled(text: ReturnType<typeof bounded>, maxLength: number) {
  return text.refine((one) => one.length > 0, 'invalid.required').meta({ minLength: 1, maxLength })
}

function readable(max: number) {
  return bounded(max, false).refine(
    (text) => text === '' || legible.test(text.replace(invisible, '')),
    'invalid.nothingLegible',
  )
}

/** One line of text, required. */
export const line = (max = 120) => filled(bounded(max, false), max)
/** One line of text that may be left empty. */
export const optionalLine = (max = 120) => bounded(max, false).meta({ maxLength: max })
/** What is typed to search: what shows nothing finds nobody, while an empty text lists all. */
export const typedLine = (max = 100) => bounded(max, false, (text) => text).meta({ maxLength: max })
/** Text with line breaks. */
export const prose = (max = 4000) => filled(bounded(max, true), max)
/** Some lines of text, or none. */
export const optionalProse = (max = 4000) => bounded(max, true).meta({ maxLength: max })
/** A person's or a thing's name: a line without pictographs that has something to read in it, or nothing at all. */
export const nameText = (max = 100) =>
  readable(max)
    .refine((text) => !pictograph.test(text), 'invalid.pictograph')
    .meta({ maxLength: max })
/** What a company calls itself, pictures and all, that has something to read in it. */
export const companyName = (max = 120) => readable(max).meta({ maxLength: max })
/** A short code as hotels write them: letters, digits, - _ . / +, upper or lower case. */
export const code = (max = 16) =>
  z
    .string({ error: 'invalid.required' })
    .trim()
    .min(1, 'invalid.required')
    .max(max, 'invalid.tooLong')
    .regex(/^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{N}\-_./+ ]*$/u, 'invalid.code')
/** Why something is done: kept in the change log. */
export const reason = line(500)

/** The version that the caller has read: another one on file answers CONFLICT. */
export const version = z.number({ error: 'invalid.version' }).int('invalid.version').min(1, 'invalid.version')
/** 0: nothing is stored yet. */
export const versionOrNone = z
  .number({ error: 'invalid.version' })
  .int('invalid.version')
  .min(0, 'invalid.version')

/** A moment, ISO 8601 UTC with milliseconds. */
export const moment = z.string().meta({ format: 'date-time' })

/** When the answer will be another by the clock alone; null where it stays as it is until something is changed. */
export const changesAt = moment.nullable()

/** A page of a list by key: `after` is the `next` of the page before. */
export const pageInput = {
  after: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(200).default(50),
}
/** The same where the key has a form: another one is refused, not treated as the first page. */
export const pageBy = (form: RegExp) => ({
  ...pageInput,
  after: z
    .string({ error: 'invalid.pageKey' })
    .max(400, 'invalid.pageKey')
    .regex(form, 'invalid.pageKey')
    .optional(),
})
/** The last change that a list of changes is up to. */
export const upToChange = { until: z.number().int().min(0).optional() }
/** A place in the change log, or in a list of findings. */
export const placeKey = /^[1-9]\d{0,14}$/
const partForm = {
  string: /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"/,
  number: /-?(?:0|[1-9]\d{0,15})/,
}
/** What a list is sorted by, as JSON: `["Zhang",7]`. Whatever has this form can be parsed. */
export const sortedKey = (...parts: (keyof typeof partForm)[]) =>
  new RegExp(`^\\[${parts.map((part) => partForm[part].source).join(',')}\\]$`)

export const nextPage = z.string().nullable()

/** Answer of a command on one versioned thing. */
export const saved = <T extends number>() => z.strictObject({ id: id<T>(), version })

export const empty = z.strictObject({})

/**
 * What the domain checks and names the field of: here only how deep it goes is held to a bound, so that code that walks
 * through an input comes to its end.
 */
export const checkedLater = z.unknown().superRefine(holdToLevels)

/** Parameters of a programme or of settings, a rule of a segment. */
export const parameters = z.record(z.string(), z.unknown()).superRefine(holdToLevels)

const maxLevels = 32

function holdToLevels(value: unknown, ctx: z.RefinementCtx): void {
  const path = tooDeepIn(value, maxLevels)
  if (path) ctx.addIssue({ code: 'custom', message: 'invalid.tooDeep', path: path.slice(0, 3) })
}

/** The way to the first part that lies more than so many levels down; null when none does. */
function tooDeepIn(value: unknown, levels: number): (string | number)[] | null {
  if (typeof value !== 'object' || value === null) return null
  if (levels === 0) return []
  for (const [key, part] of Object.entries(value)) {
    const path = tooDeepIn(part, levels - 1)
    if (path) return [Array.isArray(value) ? Number(key) : key, ...path]
  }
  return null
}
