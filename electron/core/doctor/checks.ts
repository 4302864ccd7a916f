import { isDatabaseError } from '#db/dialect/errors.ts'
import type { OpenStore } from '#db/dialect/sqlite/open-store.ts'
import { examineChain } from '#db/queries/doctor/chain.ts'
import type { Finding, Progress } from '#db/queries/doctor/finding.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { examineIntegrity } from '#db/queries/doctor/integrity.ts'
import { examineLedger } from '#db/queries/doctor/ledger.ts'
import { examineNights } from '#db/queries/doctor/nights.ts'
import { examinePapers } from '#db/queries/doctor/papers.ts'
import { examineLogged, examineSearch, examineSettings } from '#db/queries/doctor/records.ts'

type Raw = OpenStore['rawReader']
export type Check = { name: string; look: (raw: Raw, progress: Progress) => Finding[] }
export type Checked = { name: string; seconds: number; findings: Finding[] }
/** How far a check is, counted within it. */
export type OnProgress = (check: string, done: number, total: number) => void

/** The file's structure, which costs as much as all checks of rows together. */
export const integrity: Check = { name: 'integrity', look: examineIntegrity }

/** The checks that read rows, the longest first: two threads that take them in turn end at about the same time. */
const rowChecks: readonly Check[] = [
  { name: 'images', look: examineImages },
  { name: 'changes', look: examineChain },
  { name: 'ledger', look: examineLedger },
  { name: 'nights', look: examineNights },
  { name: 'papers', look: examinePapers },
  { name: 'logged', look: examineLogged },
  { name: 'search', look: examineSearch },
  { name: 'settings', look: examineSettings },
]

/** Runs one check; `now` is a clock in milliseconds. */
export function runCheck(
  { name, look }: Check,
  raw: Raw,
  now: () => number,
  onProgress: OnProgress,
): Checked {
  const begun = now()
  const findings = lookSafely(name, () => look(raw, (done, total) => onProgress(name, done, total)))
  return { name, seconds: Math.round(now() - begun) / 1000, findings }
}

/** How many row checks have been taken, for every thread that takes them. */
export function newTurns(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

/** Takes one row check after another until all are taken. */
export function takeRowChecks(
  turns: Int32Array,
  raw: Raw,
  now: () => number,
  onProgress: OnProgress,
): Checked[] {
  const checked: Checked[] = []
  for (;;) {
    const check = rowChecks[Atomics.add(turns, 0, 1)]
    if (!check) return checked
    checked.push(runCheck(check, raw, now, onProgress))
  }
}

/** What stops a check half-way (a damaged page, a missing table) is a finding too; the other checks go on. */
function lookSafely(check: string, look: () => Finding[]): Finding[] {
  try {
    return look()
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    return [{ severity: 'error', code: 'UNREADABLE', params: { check } }]
  }
}
