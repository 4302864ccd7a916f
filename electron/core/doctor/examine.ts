import type { OpenStore } from '#db/dialect/sqlite/open-store.ts'
import type { Finding } from '#db/queries/doctor/finding.ts'
import { examineSchema } from '#db/queries/doctor/schema.ts'
import { checkAside } from './aside.ts'
import {
  type Check,
  type Checked,
  integrity,
  newTurns,
  type OnProgress,
  runCheck,
  takeRowChecks,
} from './checks.ts'

export type { Finding } from '#db/queries/doctor/finding.ts'

export type Examination = {
  checks: { name: string; seconds: number; findings: number }[]
  findings: Finding[]
}

type Examined = Pick<OpenStore, 'rawReader'> &
  Partial<Pick<OpenStore, 'file' | 'lost' | 'expected' | 'secondConnection'>> & { othersMayWrite?: boolean }

/** The order in which checks are reported, whichever thread took them. */
const reported = [
  'place',
  'mark',
  'schema',
  'integrity',
  'changes',
  'logged',
  'images',
  'nights',
  'ledger',
  'papers',
  'search',
  'settings',
]

/** Examines an open store and changes nothing. `now` is a clock in milliseconds, for the seconds of each check. */
export async function examine(
  store: Examined,
  now: () => number,
  onProgress: OnProgress = () => undefined,
): Promise<Examination> {
  const run = (check: Check): Checked => runCheck(check, store.rawReader, now, onProgress)
  const first = [
    run({ name: 'place', look: () => openToOthers(store) }),
    run({ name: 'mark', look: () => lostChanges(store) }),
    run({ name: 'schema', look: (raw) => (store.expected ? examineSchema(raw, store.expected) : []) }),
  ]
  const { secondConnection } = store
  const turns = newTurns()
  const aside = secondConnection ? checkAside(secondConnection, turns, onProgress) : [run(integrity)]
  const rows = takeRowChecks(turns, store.rawReader, now, onProgress)
  const checked = [...first, ...rows, ...(await aside)].toSorted(
    (a, b) => reported.indexOf(a.name) - reported.indexOf(b.name),
  )
  return {
    checks: checked.map(({ findings, ...check }) => ({
      ...check,
      findings: findings.filter(({ severity }) => severity !== 'note').length,
    })),
    findings: checked.flatMap(({ findings }) => findings),
  }
}

/** What the mark beside the store knows and its log does not. */
function lostChanges({ lost }: Examined): Finding[] {
  return lost ? [{ severity: 'error', code: 'CHANGES_LOST', params: lost }] : []
}

/** Worth knowing and no damage: a hotel may want its IT to have the file. */
function openToOthers({ file = '', othersMayWrite = false }: Examined): Finding[] {
  return othersMayWrite ? [{ severity: 'warning', code: 'OTHERS_MAY_WRITE', params: { file } }] : []
}
