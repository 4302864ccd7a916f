import type { StoreFacts } from '#shared/domain/backup/facts.ts'
import type { RetentionRule } from '#shared/domain/backup/retention.ts'
import { samePlain } from '#shared/domain/change/change.ts'
import { isDatabaseError } from '../../dialect/errors.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { copyStore } from '../../dialect/sqlite/copy-store.ts'
import { type FileToRead, lookInto } from '../../dialect/sqlite/examining.ts'
import { migrations } from '../../migrations/index.ts'
import { examineChain } from '../doctor/chain.ts'
import type { Finding, Progress } from '../doctor/finding.ts'
import { examineIntegrity } from '../doctor/integrity.ts'
import { factsOf, readRule } from './facts.ts'

/** The newest format that this program reads: the number of its last migration. */
export const knownFormat = migrations.length

/** A store that is not copied: it has no hotel yet, or a newer program wrote it. */
export class NotCopied extends Error {
  readonly reason: 'no-hotel' | 'newer'
  readonly format: number

  constructor(reason: NotCopied['reason'], format: number) {
    super(`the store is not copied: ${reason}`)
    this.reason = reason
    this.format = format
  }
}

/**
 * Copies a store that may be in use and returns its facts at the moment of the copy, and how long its hotel keeps copies;
 * throws NotCopied before it begins.
 */
export function copyWithFacts(
  source: FileToRead,
  to: string,
  progress: Progress,
): Promise<{ facts: StoreFacts; rule: RetentionRule }> {
  return copyStore(source, to, factsOfCopied, progress)
}

function factsOfCopied(raw: RawDatabase): { facts: StoreFacts; rule: RetentionRule } {
  const format = Number(raw.pragma('user_version', { simple: true }))
  if (format > knownFormat) throw new NotCopied('newer', format)
  if (format === 0) throw new NotCopied('no-hotel', format)
  const facts = factsOf(raw)
  if (facts.store === '') throw new NotCopied('no-hotel', format)
  return { facts, rule: readRule(raw) }
}

/** What a file that nobody writes to holds, and what is wrong with it; facts are null when it can't be read. */
export type ExaminedCopy = { facts: StoreFacts | null; findings: Finding[] }

/** Opens a copy, checks its structure, references and the chain of its log, and counts its rows. */
export function examineCopy(
  copy: FileToRead,
  integrity: Progress,
  chain: Progress = () => undefined,
): ExaminedCopy {
  try {
    return lookInto(copy, (raw) => {
      const findings = [...examineIntegrity(raw, integrity), ...examineChain(raw, chain)]
      return { facts: factsOf(raw), findings: findings.filter(({ severity }) => severity !== 'note') }
    })
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    return { facts: null, findings: [unreadable] }
  }
}

const unreadable: Finding = { severity: 'error', code: 'UNREADABLE', params: { check: 'integrity' } }

/** Whether a copy holds what its source held. */
export function sameFacts(a: StoreFacts, b: StoreFacts | null): boolean {
  return b !== null && samePlain(a as never, b as never)
}
