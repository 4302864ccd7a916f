import type { OpenStore } from '#db/dialect/sqlite/open-store.ts'
import { examineChain } from '#db/queries/doctor/chain.ts'
import type { Finding, Progress } from '#db/queries/doctor/finding.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { examineIntegrity } from '#db/queries/doctor/integrity.ts'
import { examineNights } from '#db/queries/doctor/nights.ts'
import { examineLogged, examineSearch, examineSettings } from '#db/queries/doctor/records.ts'
import { examineSchema } from '#db/queries/doctor/schema.ts'
import { examineIntegrityAside } from './integrity.ts'
import { lookSafely } from './look.ts'

export type { Finding } from '#db/queries/doctor/finding.ts'

export type Examination = {
  checks: { name: string; seconds: number; findings: number }[]
  findings: Finding[]
}

type Examined = Pick<OpenStore, 'rawReader'> &
  Partial<Pick<OpenStore, 'lost' | 'expected' | 'secondConnection'>>
type Check = { name: string; look: (raw: OpenStore['rawReader'], progress: Progress) => Finding[] }
type Checked = { name: string; seconds: number; findings: Finding[] }

/** The checks that read rows, in the order in which they run; `progress` counts within a check. */
const rowChecks: readonly Check[] = [
  { name: 'changes', look: examineChain },
  { name: 'logged', look: examineLogged },
  { name: 'images', look: examineImages },
  { name: 'nights', look: examineNights },
  { name: 'search', look: examineSearch },
  { name: 'settings', look: examineSettings },
]

/** Examines an open store and changes nothing. `now` is a clock in milliseconds, for the seconds of each check. */
export async function examine(
  store: Examined,
  now: () => number,
  progress: (check: string, done: number, total: number) => void = () => undefined,
): Promise<Examination> {
  const run = ({ name, look }: Check): Checked => {
    const begun = now()
    const findings = lookSafely(name, () =>
      look(store.rawReader, (done, total) => progress(name, done, total)),
    )
    return { name, seconds: Math.round(now() - begun) / 1000, findings }
  }
  const first = [
    run({ name: 'mark', look: () => lostChanges(store) }),
    run({ name: 'schema', look: (raw) => (store.expected ? examineSchema(raw, store.expected) : []) }),
  ]
  const { secondConnection } = store
  const integrity = secondConnection
    ? examineIntegrityAside(secondConnection, (done, total) => progress('integrity', done, total))
    : run({ name: 'integrity', look: examineIntegrity })
  const rows = rowChecks.map(run)
  const checked = [...first, { name: 'integrity', ...(await integrity) }, ...rows]
  return {
    checks: checked.map(({ findings, ...check }) => ({ ...check, findings: findings.length })),
    findings: checked.flatMap(({ findings }) => findings),
  }
}

/** What the mark beside the store knows and its log does not. */
function lostChanges({ lost }: Examined): Finding[] {
  return lost ? [{ severity: 'error', code: 'CHANGES_LOST', params: lost }] : []
}
