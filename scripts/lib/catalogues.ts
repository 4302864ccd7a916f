/** A catalogue as it is written: areas, groups, and words at the leaves. */
export type Catalogue = { readonly [key: string]: string | Catalogue }

/** What source code says about keys: the literals, what follows `t(`, and the shapes of keys put together from parts. */
export type KeyUse = { literals: Set<string>; asked: { key: string; file: string }[]; shapes: RegExp[] }

/** The plural forms that English and Chinese have. */
const plural = /_(one|other)$/

/** All keys with their words: `{ a: { b: 'x' } }` → `a.b` → `x`. */
export function flatten(catalogue: Catalogue, before = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(catalogue)) {
    const path = before ? `${before}.${key}` : key
    if (typeof value === 'string') flat.set(path, value)
    else for (const [inner, words] of flatten(value, path)) flat.set(inner, words)
  }
  return flat
}

/** The key that source code names: without the ending that the plural rule chooses. */
export function baseKey(key: string): string {
  return key.replace(plural, '')
}

/** The names in `{{…}}` of all forms of a key. */
function placeholders(flat: Map<string, string>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [key, words] of flat) {
    const names = found.get(baseKey(key)) ?? new Set<string>()
    for (const [, name] of words.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)) if (name) names.add(name)
    found.set(baseKey(key), names)
  }
  return found
}

/**
 * What is wrong between two catalogues: keys that one lacks, placeholders that differ, words that are empty, plural
 * forms without the one that every language needs. `count` may be in one language alone (“one guest”, “两位客人”).
 */
export function compareCatalogues(en: Catalogue, zh: Catalogue): string[] {
  const flat = { en: flatten(en), zh: flatten(zh) }
  const names = { en: placeholders(flat.en), zh: placeholders(flat.zh) }
  const faults: string[] = []
  for (const key of names.en.keys()) if (!names.zh.has(key)) faults.push(`${key}: has no Chinese words`)
  for (const key of names.zh.keys()) if (!names.en.has(key)) faults.push(`${key}: has no English words`)
  for (const [key, wanted] of names.en) {
    const given = names.zh.get(key)
    if (!given) continue
    const differing = [...wanted, ...given].filter((name) => {
      return name !== 'count' && !(wanted.has(name) && given.has(name))
    })
    if (differing.length > 0) faults.push(`${key}: {{${differing.join('}}, {{')}}} is not in both languages`)
  }
  for (const language of ['en', 'zh'] as const) {
    for (const [key, words] of flat[language]) {
      if (words.trim() === '') faults.push(`${key}: is empty in ${language}`)
      if (plural.test(key) && !flat[language].has(`${baseKey(key)}_other`)) {
        faults.push(`${key}: has no form _other in ${language}`)
      }
    }
  }
  return faults
}

/** A code that a field's check answers; its words are looked up when it is shown. */
const issueCode = /^invalid\.\w+$/

/** Keys asked for that have no words, codes of wrong fields that have none, and keys with words that nobody asks for. */
export function compareWithUse(catalogue: Catalogue, use: KeyUse): string[] {
  const keys = new Set([...flatten(catalogue).keys()].map(baseKey))
  const groups = new Set([...keys].flatMap(groupsOf))
  const unknown = use.asked
    .filter(({ key }) => !keys.has(key) && !groups.has(key))
    .map(({ key, file }) => `${key}: is asked for in ${file} and has no words`)
  const unworded = [...use.literals]
    .filter((code) => issueCode.test(code) && !keys.has(code))
    .map((code) => `${code}: has no words, and the source says so of a field`)
  const used = (key: string) =>
    use.literals.has(key) ||
    groupsOf(key).some((group) => use.literals.has(group) || use.literals.has(`${group}.`)) ||
    use.shapes.some((shape) => shape.test(key))
  return [
    ...unknown,
    ...unworded,
    ...[...keys].filter((key) => !used(key)).map((key) => `${key}: nobody uses it`),
  ]
}

/** What the check needs of the contract's operations. */
export type Worded = {
  name: string
  kind: 'query' | 'command'
  refusals: readonly string[]
  /** The names of its input's fields, however deep. */
  fields: readonly string[]
}

/**
 * Words that an operation must have and no type asks for: what a command did (`<area>.done.<verb>`, for the status line and
 * the change log), every refusal (`<area>.refusal.<CODE>` or `refusal.<CODE>`) and every field (`field.name.<field>`, for what
 * is wrong with it, the preview and the change log).
 */
export function compareWithContract(catalogue: Catalogue, operations: readonly Worded[]): string[] {
  const keys = new Set([...flatten(catalogue).keys()].map(baseKey))
  const groups = new Set([...keys].flatMap(groupsOf))
  return operations.flatMap(({ name, kind, refusals, fields }) => {
    const [area, verb] = name.split('.')
    const done = `${area}.done.${verb}`
    const unsaid =
      kind === 'command' && !keys.has(done) ? [`${done}: has no words, and ${name} is a command`] : []
    const unworded = refusals.filter((code) => {
      const own = `${area}.refusal.${code}`
      return !keys.has(own) && !groups.has(own) && !keys.has(`refusal.${code}`)
    })
    const unnamed = fields.filter((field) => !keys.has(`field.name.${field}`))
    return [
      ...unsaid,
      ...unworded.map((code) => `refusal.${code}: has no words, and ${name} may refuse so`),
      ...unnamed.map((field) => `field.name.${field}: has no words, and ${name} takes it`),
    ]
  })
}

/** `a.b.c` → `a.b` (the groups a key is in, but the area alone: an area’s name is an everyday word). */
function groupsOf(key: string): string[] {
  const parts = key.split('.')
  return parts.slice(1, -1).map((_, index) => parts.slice(0, index + 2).join('.'))
}

/** The names of all fields in a JSON Schema, each once. */
export function fieldsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties } = schema as { properties?: object }
  const inner = Object.values(schema).flatMap(fieldsIn)
  return [...new Set([...Object.keys(properties ?? {}), ...inner])]
}
