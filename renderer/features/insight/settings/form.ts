import { type Currency, minorToDecimal, parseMoney } from '#shared/values/money.ts'

/** A field of the settings as it is typed: text, a yes or no, or a choice of several. */
export type Typed = Record<string, string | boolean | string[]>
type Parameters = Readonly<Record<string, unknown>>

/** Amounts are in minor units; everything else that is a number is a whole one. */
export function isMoney(path: string): boolean {
  return path.endsWith('Minor') || path.endsWith('.monetary')
}

/** The parameters field by field, each under its path: `lifecycle.lostDays`. */
export function typedOf(parameters: Parameters, currency: string, before = ''): Typed {
  const typed: Typed = {}
  for (const [key, value] of Object.entries(parameters)) {
    const path = before === '' ? key : `${before}.${key}`
    if (Array.isArray(value)) typed[path] = value as string[]
    else if (typeof value === 'object' && value !== null)
      Object.assign(typed, typedOf(value as Parameters, currency, path))
    else if (typeof value === 'boolean') typed[path] = value
    else if (value === null) typed[path] = ''
    else if (typeof value === 'number' && isMoney(path))
      typed[path] = minorToDecimal(value, currency as Currency)
    else typed[path] = String(value)
  }
  return typed
}

/** The parameters that were typed; what is no number stays text, which the store refuses naming the field. */
export function parametersOf(typed: Typed, currency: string): Record<string, unknown> {
  const parameters: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(typed)) {
    const steps = path.split('.')
    const last = steps.pop() as string
    let at = parameters
    for (const step of steps) at = (at[step] ??= {}) as Record<string, unknown>
    at[last] = typeof value === 'string' ? plainOf(path, value, currency) : value
  }
  return parameters
}

function plainOf(path: string, text: string, currency: string): unknown {
  if (path.endsWith('kind')) return text
  const plain = text.normalize('NFKC').trim()
  if (isMoney(path)) return plain === '' ? null : (parseMoney(plain, currency as Currency) ?? text)
  return /^\d{1,9}$/.test(plain) ? Number(plain) : text
}

/** The fields under what they belong to, in their order; those that belong to nothing are together under ''. */
export function groupsOf(typed: Typed): { name: string; paths: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const path of Object.keys(typed)) {
    const name = path.includes('.') ? path.slice(0, path.indexOf('.')) : ''
    groups.set(name, [...(groups.get(name) ?? []), path])
  }
  return Array.from(groups, ([name, paths]) => ({ name, paths }))
}

/** Shares of revenue, risks, and the discount; what other figures count is said by their names. */
export function isPercent(path: string): boolean {
  return path.startsWith('shares.') || path.startsWith('levels.') || path === 'discountPercent'
}

/** What a choice may be, and what it begins with beside it. */
export const choices: Readonly<Record<string, Readonly<Record<string, Typed>>>> = {
  'cut.kind': {
    mean: {},
    quintile: {},
    hand: { 'cut.recencyDays': '180', 'cut.frequency': '2', 'cut.monetary': '' },
  },
  'matrix.kind': { mean: {}, hand: { 'matrix.currentMinor': '', 'matrix.potentialMinor': '' } },
}

/** The form after another choice: its own fields in the place of those of the one before. */
export function withChoice(typed: Typed, path: string, chosen: string): Typed {
  const group = path.slice(0, path.lastIndexOf('.') + 1)
  const entries = Object.entries(typed).flatMap(([key, value]): [string, Typed[string]][] => {
    if (key === path) return [[key, chosen], ...Object.entries(choices[path]?.[chosen] ?? {})]
    return key.startsWith(group) ? [] : [[key, value]]
  })
  return Object.fromEntries(entries)
}
