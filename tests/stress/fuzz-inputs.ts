/** Inputs that a caller may make up: of the shape that the contract gives, of nearly that shape, and hostile ones. */
import { z } from 'zod'
import { type Operation, operations } from '#shared/contract/index.ts'
import { addDays, businessDateOf } from '#shared/values/index.ts'

export type Random = {
  /** 0 ≤ n < below. */
  below: (below: number) => number
  chance: (share: number) => boolean
  pick: <T>(list: readonly T[]) => T
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)] as never,
  }
}

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  minLength?: number
  minimum?: number
  maximum?: number
  additionalProperties?: Schema | boolean
  $ref?: string
  $defs?: Record<string, Schema>
}

const schemas = new Map<string, Schema>()

function schemaOf(name: string): Schema {
  const operation = (operations as Record<string, Operation>)[name] as Operation
  const known = schemas.get(name)
  if (known) return known
  const made = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema
  schemas.set(name, made)
  return made
}

/** What the caller knows of the store it calls: where files are, ids of files that were handed over. */
export type Known = { businessDate: string; files: readonly string[]; folders: readonly string[] }

/** What single fields take that a schema says no more of than that it is a text. */
const byName: Readonly<Record<string, readonly unknown[]>> = {
  version: [1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8],
  after: [undefined],
  password: ['correct horse', 'a long one', 'short'],
  current: ['correct horse'],
  login: ['admin', 'mia', 'bo'],
  arrival: ['2026-03-03', '2026-03-05', '2026-03-20'],
  departure: ['2026-03-06', '2026-03-08', '2026-03-22'],
  currency: ['CNY', 'EUR'],
  timeZone: ['Asia/Shanghai', 'UTC'],
  guestId: [1, 2, 3],
  roomTypeId: [1, 2],
  roomId: [1, 5, null],
  ratePlanId: [1],
  bookingId: [1, 2, 3, 4],
  bookerId: [null],
  adults: [1, 2],
  children: [0],
  infants: [0],
  country: ['CHN', 'DEU'],
  number: ['E12345678', 'C4400111'],
  reason: ['as asked'],
  sha256: [''],
  language: ['en', 'zh'],
}

const words = [
  '',
  ' ',
  'zhang',
  '王芳',
  '张伟',
  "O'Neil",
  'Müller',
  'فاطمة',
  'wei@example.com',
  '+8613800138000',
  'E98765432',
  'KR100001',
  '101',
  'DLX',
  'BAR',
  'CNY',
  'CHN',
  'Asia/Shanghai',
  'admin',
  'passport',
  'king',
] as const

const hostileTexts = [
  "'; drop table guests; --",
  '" OR 1=1 --',
  '%_\\',
  '*',
  'NEAR(',
  '"unclosed',
  '{a:b} AND NOT',
  '\u0000',
  '\ud800',
  '\u202eevil',
  '\u200b\u200d\ufeff',
  'e' + '\u0301'.repeat(60),
  '<img src=x onerror=alert(1)>',
  '=cmd|calc',
  '../../etc/passwd',
  '{{name}}',
  '${1+1}',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '1e400',
  '9'.repeat(400),
  '字'.repeat(5_000),
  '(a+)+$'.repeat(200),
  '4111 1111 1111 1111',
] as const

/** One input for an operation. Folders of the machine are named by `known` alone: a backup writes into them. */
export function inputFor(name: string, random: Random, known: Known): unknown {
  const made = rawInput(name, random, known)
  return name.startsWith('backup.') ? withFolders(made, random, known) : made
}

function rawInput(name: string, random: Random, known: Known): unknown {
  const kind = random.below(10)
  if (kind < 6) return shaped(schemaOf(name), random, known, schemaOf(name), 0)
  if (kind < 9) return bent(shaped(schemaOf(name), random, known, schemaOf(name), 0), random)
  return hostile(random, 0)
}

/** Texts that may be folders are those known; what is no plain thing stays as it is. */
function withFolders(value: unknown, random: Random, known: Known, depth = 0): unknown {
  if (typeof value === 'string') return random.pick(known.folders)
  if (value === null || typeof value !== 'object' || depth > 8) return value
  if (Array.isArray(value)) return value.map((one) => withFolders(one, random, known, depth + 1))
  const entries = Object.entries(value)
  return Object.fromEntries(entries.map(([key, one]) => [key, withFolders(one, random, known, depth + 1)]))
}

/** A value of a schema; texts and numbers are such as a desk would send. */
function shaped(schema: Schema, random: Random, known: Known, root: Schema, depth: number): unknown {
  const again = (one: Schema) => shaped(one, random, known, root, depth + 1)
  if (schema.$ref) return again(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return again(random.pick(choices))
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(again))
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type
  if (type === 'object') return shapedObject(schema, random, known, again)
  if (type === 'array') return Array.from({ length: random.below(4) }, () => again(schema.items ?? {}))
  if (type === 'integer' || type === 'number') return shapedNumber(schema, random)
  if (type === 'boolean') return random.chance(0.5)
  if (type === 'null') return null
  if (type === 'string') return shapedText(schema, random, known)
  return depth > 4 ? null : hostile(random, depth + 1)
}

function shapedObject(
  schema: Schema,
  random: Random,
  { files }: Known,
  again: (schema: Schema) => unknown,
): object {
  const { properties = {}, required = [], additionalProperties } = schema
  const made: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(properties)) {
    if (!required.includes(name) && !random.chance(0.4)) continue
    const known = name === 'file' ? files : Object.hasOwn(byName, name) ? byName[name] : undefined
    const usual = random.chance(0.8) ? known : undefined
    made[name] = usual ? random.pick(usual) : again(property)
  }
  if (typeof additionalProperties === 'object' && random.chance(0.5))
    made[random.pick(words) || 'x'] = again(additionalProperties)
  return made
}

/** Small numbers are ids and versions that there are; the bounds themselves are tried as well. */
function shapedNumber({ minimum, maximum }: Schema, random: Random): number {
  const kind = random.below(10)
  if (kind === 0 && minimum !== undefined) return minimum
  if (kind === 1 && maximum !== undefined) return maximum
  return Math.max(minimum ?? 0, Math.min(maximum ?? 1_000, 1 + random.below(random.chance(0.8) ? 6 : 60)))
}

function shapedText({ format }: Schema, random: Random, known: Known): string {
  if (format === 'date') return addDays(businessDateOf(known.businessDate), random.below(40) - 5)
  if (random.chance(0.08)) return random.pick(known.files)
  return random.pick(words)
}

/** A good input with one thing wrong in it. */
function bent(value: unknown, random: Random): unknown {
  if (value === null || typeof value !== 'object') return hostile(random, 1)
  const whole = structuredClone(value) as Record<string, unknown>
  const keys = Object.keys(whole)
  const key = keys.length > 0 ? random.pick(keys) : 'x'
  const way = random.below(5)
  if (way === 0) delete whole[key]
  else if (way === 1) whole[random.pick(hostileTexts).slice(0, 30)] = 1
  else if (way === 2) whole[key] = bent(whole[key], random)
  else whole[key] = hostile(random, 1)
  return whole
}

/** Whatever a page may hand over: structured clone carries dates, maps, big integers and circles as well. */
function hostile(random: Random, depth: number): unknown {
  const kind = random.below(depth > 3 ? 9 : 14)
  if (kind < 4) return random.pick(hostileTexts)
  if (kind === 4) return random.pick([Number.NaN, Number.POSITIVE_INFINITY, -0, 1e308, -1, 2 ** 53, 0.1])
  if (kind === 5) return random.pick([null, undefined, true, false])
  if (kind === 6) return random.pick([12n, new Date(Number.NaN), new Date(0), new Uint8Array(9), /a/])
  if (kind === 7) return random.pick([new Map([['id', 1]]), new Set([1]), new Error('x')])
  if (kind === 8) return circle()
  if (kind === 9) return Array.from({ length: random.below(40) }, () => hostile(random, depth + 1))
  if (kind === 10) return JSON.parse('{"__proto__":{"role":"administrator"},"constructor":{"prototype":{}}}')
  if (kind === 11) return nested(200)
  return { id: hostile(random, depth + 1), version: 1, text: random.pick(hostileTexts) }
}

function circle(): object {
  const one: Record<string, unknown> = { id: 1 }
  one.self = one
  return one
}

function nested(depth: number): object {
  let made: object = { text: 'x' }
  for (let i = 0; i < depth; i++) made = { value: made }
  return made
}
