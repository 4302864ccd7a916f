import { formatMoney, isBusinessDate, isCurrency } from '../values/index.ts'
import { dayText } from './day-text.ts'
import { en } from './en/index.ts'
import { localeOf } from './language.ts'
import type { Language, Leaves, Params } from './types.ts'
import { zh } from './zh/index.ts'

/** Words of Keyrack in both languages, for the screens, the menus, the command line and replies. */
export const catalogues = { en, zh }
/** Every key of the English catalogue, plural endings cut. */
export type Key = Leaves<typeof en>

const pluralRules = new Map<Language, Intl.PluralRules>()

/** Made when first asked for: a page speaks one language. */
function pluralRulesOf(language: Language): Intl.PluralRules {
  let rules = pluralRules.get(language)
  if (!rules) pluralRules.set(language, (rules = new Intl.PluralRules(localeOf(language))))
  return rules
}

/** True when a key has words; for keys made from codes, such as `refusal.<CODE>`. */
export function isKey(key: string): key is Key {
  return leafAt('en', key) !== undefined || leafAt('en', `${key}_other`) !== undefined
}

/**
 * Words of a key. `count` chooses between `nights_one` and `nights_other` by the language's own rule; `{{name}}` is
 * replaced by the param of that name and stays where there is none.
 */
export function words(language: Language, key: Key, params: Params = {}): string {
  const count = typeof params.count === 'number' ? params.count : undefined
  return wordsBy(language, key, count, (name) => paramText(params[name], language))
}

/** The same with what stands in it as `write` words it: 6,795 nights, chosen by the number and shown with its comma. */
export function wordsBy(
  language: Language,
  key: Key,
  count: number | undefined,
  write: (name: string) => string | undefined,
): string {
  const ending = count === undefined ? 'other' : pluralRulesOf(language).select(count)
  const text =
    leafAt(language, key) ?? leafAt(language, `${key}_${ending}`) ?? leafAt(language, `${key}_other`) ?? key
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => write(name) ?? whole)
}

function paramText(value: unknown, language: Language): string | undefined {
  if (value === undefined || value === null) return undefined
  if (Array.isArray(value)) return listText(value, language)
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

/** Things named one after another, as the language divides them. */
export function listText(parts: readonly unknown[], language: Language): string {
  return parts.join(language === 'zh' ? '、' : ', ')
}

function leafAt(language: Language, key: string): string | undefined {
  let at: unknown = catalogues[language]
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Record<string, unknown>)[part]
  }
  return typeof at === 'string' ? at : undefined
}

export type ReplyIssue = { path: readonly (string | number)[]; code: string; params?: Params }

/** What describeReply needs of a dispatch reply; the contract's Reply fits it. */
export type DescribableReply =
  | { ok: true }
  | { ok: false; refusal: { code: string; params?: unknown } }
  | {
      ok: false
      fault: { code: string; issues?: readonly ReplyIssue[]; incident?: string; [more: string]: unknown }
    }

/**
 * One clear sentence for a reply: what is wrong, in which field, and the remedy.
 * Refusals look first under `<area>.refusal.<CODE>` of the operation, then under the shared `refusal.<CODE>`.
 */
export function describeReply(reply: DescribableReply, language: Language, operation = ''): string {
  if (reply.ok) return words(language, 'common.done')
  if ('refusal' in reply) return describeRefusal(reply.refusal, language, operation)
  const { code, issues = [], incident = '—' } = reply.fault
  if (code === 'INVALID_INPUT') return describeIssues(issues, language)
  const key = faultKey(reply.fault)
  if (!isKey(key)) return words(language, 'fault.otherCode', { code })
  const right = rightWords(reply.fault.needed, language)
  return words(language, key, { ...reply.fault, right, operation, incident })
}

/** A right in words; what is none stays as it is. */
function rightWords(code: unknown, language: Language): string {
  const key = `right.${String(code)}`
  return isKey(key) ? words(language, key) : String(code)
}

function faultKey({ code, reason, who }: { code: string; reason?: unknown; who?: unknown }): string {
  if (code === 'NOT_APPROVED') return `fault.notApproved.${String(reason)}`
  if (code === 'STORE') return `fault.store.${String(reason)}`
  return code === 'NOT_PERMITTED' && who ? 'fault.NOT_PERMITTED_WHO' : `fault.${code}`
}

function describeRefusal(
  refusal: { code: string; params?: unknown },
  language: Language,
  operation: string,
): string {
  const { code } = refusal
  const [area = '', verb] = operation.split('.')
  // One code may have many causes: `why` names which check failed, `guest.refusal.CONTACT_INVALID.phone.tooShort`
  const why = (refusal.params as Params | undefined)?.why
  // The same rule may ask for another remedy: a past night of a stay stays, that of a new booking is chosen again
  const ofVerb = `${area}.refusalOf.${verb}.${code}`
  const { nearest } = (refusal.params ?? {}) as { nearest?: unknown }
  const alone = nearest === '' ? [`refusal.${code}_ALONE`] : []
  const key = [
    ...alone,
    ofVerb,
    `${area}.refusal.${code}.${why}`,
    `${area}.refusal.${code}`,
    `refusal.${code}`,
  ].find(isKey)
  return key
    ? words(language, key as Key, wordedParams(refusal.params, language, area))
    : words(language, 'fault.otherCode', { code })
}

/** Figures as the reader's language has them: days with their weekday, states and fields by their words. */
function wordedParams(params: unknown, language: Language, area: string): Params {
  if (typeof params !== 'object' || params === null) return {}
  const { currency, mistake } = params as { currency?: unknown; mistake?: unknown }
  const worded = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      // An amount as the reader's language writes it
      name.endsWith('Minor') && typeof value === 'number' && isCurrency(currency)
        ? formatMoney(value, currency, localeOf(language))
        : wordedParam(name, value, language, area),
    ]),
  )
  // What is wrong with a line of opening balances is a sentence about its value
  const key = `cutover.mistake.${mistake}`
  return isKey(key) ? { ...worded, mistake: words(language, key, worded) } : worded
}

function wordedParam(name: string, value: unknown, language: Language, area: string): unknown {
  if (typeof value !== 'string') return value
  const status = `shell.mark.${value}`
  if (name === 'status' && isKey(status)) return words(language, status)
  const opening = `cutover.${name === 'field' ? 'column' : name}.${value}`
  if (area === 'cutover' && isKey(opening)) return words(language, opening)
  if (name === 'needed') return rightWords(value, language)
  if (name === 'field') return fieldName(value.split('.'), language)
  const moment = `report.parameter.${value}`
  if (name === 'of' && isKey(moment)) return words(language, moment)
  const column = `reportColumn.${value}`
  if (name === 'what' && area === 'explore' && isKey(column)) return words(language, column)
  const kind = `change.kind.${value}`
  if (name === 'what' && isKey(kind)) return words(language, kind)
  if (name === 'operation') return operationWords(value, language)
  return isBusinessDate(value) ? dayText(value, language) : value
}

function describeIssues(issues: readonly ReplyIssue[], language: Language): string {
  const [first] = issues
  if (!first)
    return words(language, 'fault.INVALID_INPUT_WHOLE', { problem: words(language, 'invalid.form') })
  const problem = describeIssue(first, language)
  const sentence =
    first.path.length === 0
      ? words(language, 'fault.INVALID_INPUT_WHOLE', { problem })
      : words(language, 'fault.INVALID_INPUT', { field: fieldName(first.path, language), problem })
  if (issues.length < 2) return sentence
  const space = language === 'zh' ? '' : ' '
  return `${sentence}${space}${words(language, 'fault.more', { count: issues.length - 1 })}`
}

/** Codes that say the limit where it came along. */
const withLimit: Readonly<Record<string, Key>> = {
  'invalid.tooLong': 'invalid.tooLongOf',
  'invalid.tooMany': 'invalid.tooManyOf',
  'invalid.tooSmall': 'invalid.tooSmallOf',
  'invalid.tooLarge': 'invalid.tooLargeOf',
}

/** The problem of one field, without the field's name: “enter at least 1”. For errors shown beside the field. */
export function describeIssue({ code, params = {} }: ReplyIssue, language: Language): string {
  const limited = params.max !== undefined || params.min !== undefined
  const key = [limited ? withLimit[code] : undefined, code].find(
    (one) => one?.startsWith('invalid.') && isKey(one),
  )
  if (!key) return words(language, 'fault.otherCode', { code })
  // A field with both bounds carries both: the words that have no figure for the broken one say it plainly
  const text = words(language, key as Key, params)
  return text.includes('{{') && isKey(code) ? words(language, code, params) : text
}

/**
 * What an operation does, in the past tense, for status line and change log: `<area>.done.<verb>`, by its action
 * `<area>.doneOf.<verb>.<action>`; its bare name where no words are.
 */
export function operationWords(operation: string, language: Language, action?: unknown): string {
  const [area, verb] = operation.split('.')
  const key = [`${area}.doneOf.${verb}.${action}`, `${area}.done.${verb}`].find(isKey)
  return key ? words(language, key) : operation
}

/**
 * A field's name as it is on screen, from its path in the input: `['contacts', '1', 'value']` → “Contacts 2, Value”.
 * Positions count from 1. A name without words is shown as the contract writes it, so that the command line can be fixed.
 */
export function fieldName(path: readonly (string | number)[], language: Language): string {
  const parts: string[] = []
  for (const step of path) {
    const position = typeof step === 'number' ? step : /^\d+$/.test(step) ? Number(step) : undefined
    const outer = parts.at(-1)
    if (position !== undefined && outer !== undefined) {
      parts[parts.length - 1] = words(language, 'field.entry', { field: outer, number: position + 1 })
    } else {
      const key = `field.name.${step}`
      parts.push(isKey(key) ? words(language, key) : String(step))
    }
  }
  if (parts.length === 0) return words(language, 'field.name.input')
  return parts.reduce((outer, inner) => words(language, 'field.path', { outer, inner }))
}
