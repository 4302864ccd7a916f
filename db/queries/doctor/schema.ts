import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { type SchemaPart, schemaOf } from '../../dialect/sqlite/schema.ts'
import { error, type Finding, namedOfAKind } from './finding.ts'

/** Guards of the change log: a check of their own says more of them. */
const guards = new Set(['changes_keep', 'changes_stay'])

/**
 * Holds the store's tables, indexes and triggers against those that its version makes. A missing index may have
 * been the guard against letting a room twice; a trigger that was added may change what is written.
 */
export function examineSchema(
  raw: RawDatabase,
  { parts, known }: { parts: readonly SchemaPart[]; known: number },
): Finding[] {
  const version = Number(raw.pragma('user_version', { simple: true }))
  const found = new Map(schemaOf(raw).map((part) => [part.name, part]))
  const expected = new Map(parts.map((part) => [part.name, part]))
  const missing = parts.filter(({ name }) => !guards.has(name) && !found.has(name))
  const changed = parts.filter(({ name, sql }) => {
    const there = found.get(name)
    return !guards.has(name) && there !== undefined && there.sql !== sql
  })
  const added = [...found.values()].filter(({ name }) => !expected.has(name))
  const named = (list: readonly SchemaPart[]) => list.slice(0, namedOfAKind)
  return [
    ...(version < 1 || version > known ? [error('VERSION', { found: version, known })] : []),
    ...named(missing).map(({ name }) => error('SCHEMA_MISSING', { name })),
    ...named(changed).map(({ name }) => error('SCHEMA_CHANGED', { name })),
    ...named(added).map(
      ({ name, type }): Finding => ({
        severity: type === 'trigger' ? 'error' : 'warning',
        code: 'SCHEMA_ADDED',
        params: { name },
      }),
    ),
  ]
}
