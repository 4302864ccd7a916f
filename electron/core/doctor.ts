import { storeErrorOf } from '#db/dialect/errors.ts'
import type { OpenStore } from '#db/dialect/store.ts'
import {
  examineChain,
  examineIntegrity,
  examineNights,
  examineSearch,
  examineSettings,
  type Finding,
} from '#db/queries/examine.ts'

export type { Finding } from '#db/queries/examine.ts'

export type Examination = {
  checks: { name: string; seconds: number; findings: number }[]
  findings: Finding[]
}

/** What is looked at, in this order; `progress` counts within a check. */
const checks: {
  name: string
  look: (raw: OpenStore['rawReader'], progress: (done: number, total: number) => void) => Finding[]
}[] = [
  { name: 'integrity', look: examineIntegrity },
  { name: 'changes', look: examineChain },
  { name: 'nights', look: examineNights },
  { name: 'search', look: examineSearch },
  { name: 'settings', look: examineSettings },
]

/** Examines an open store and changes nothing. `now` is a clock in milliseconds, for the times it tells. */
export function examine(
  store: Pick<OpenStore, 'rawReader'>,
  now: () => number,
  progress: (check: string, done: number, total: number) => void = () => undefined,
): Examination {
  const result: Examination = { checks: [], findings: [] }
  for (const { name, look } of checks) {
    const begun = now()
    const findings = lookSafely(() => look(store.rawReader, (done, total) => progress(name, done, total)))
    result.checks.push({ name, seconds: Math.round(now() - begun) / 1000, findings: findings.length })
    result.findings.push(...findings)
  }
  return result
}

/** A damaged page stops a look half-way: that is a finding too. */
function lookSafely(look: () => Finding[]): Finding[] {
  try {
    return look()
  } catch (error) {
    if (storeErrorOf(error)?.kind !== 'damaged') throw error
    return [{ severity: 'error', code: 'INTEGRITY', params: { detail: String(error) } }]
  }
}
