import { isDatabaseError } from '#db/dialect/errors.ts'
import type { OpenStore } from '#db/dialect/sqlite/store.ts'
import {
  examineChain,
  examineIntegrity,
  examineLogged,
  examineNights,
  examineSearch,
  examineSettings,
  type Finding,
} from '#db/queries/doctor/examine.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { examineSchema } from '#db/queries/doctor/schema.ts'

export type { Finding } from '#db/queries/doctor/examine.ts'

export type Examination = {
  checks: { name: string; seconds: number; findings: number }[]
  findings: Finding[]
}

type Examined = Pick<OpenStore, 'rawReader'> & Partial<Pick<OpenStore, 'lost' | 'expected'>>

/** What is looked at, in this order; `progress` counts within a check. */
const checks: {
  name: string
  look: (raw: OpenStore['rawReader'], progress: (done: number, total: number) => void) => Finding[]
}[] = [
  { name: 'integrity', look: examineIntegrity },
  { name: 'changes', look: examineChain },
  { name: 'logged', look: examineLogged },
  { name: 'images', look: examineImages },
  { name: 'nights', look: examineNights },
  { name: 'search', look: examineSearch },
  { name: 'settings', look: examineSettings },
]

/** Examines an open store and changes nothing. `now` is a clock in milliseconds, for the times it tells. */
export function examine(
  store: Examined,
  now: () => number,
  progress: (check: string, done: number, total: number) => void = () => undefined,
): Examination {
  const result: Examination = { checks: [], findings: [] }
  const looks = [
    { name: 'mark', look: () => lostChanges(store) },
    { name: 'schema', look: () => (store.expected ? examineSchema(store.rawReader, store.expected) : []) },
    ...checks,
  ]
  for (const { name, look } of looks) {
    const begun = now()
    const findings = lookSafely(name, () =>
      look(store.rawReader, (done, total) => progress(name, done, total)),
    )
    result.checks.push({ name, seconds: Math.round(now() - begun) / 1000, findings: findings.length })
    result.findings.push(...findings)
  }
  return result
}

/** What the mark beside the store knows and its log does not. */
function lostChanges({ lost }: Examined): Finding[] {
  return lost ? [{ severity: 'error', code: 'CHANGES_LOST', params: lost }] : []
}

/** What stops a look half-way (a damaged page, a table that is gone) is a finding too; the others go on. */
function lookSafely(check: string, look: () => Finding[]): Finding[] {
  try {
    return look()
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    return [{ severity: 'error', code: 'UNREADABLE', params: { check } }]
  }
}
