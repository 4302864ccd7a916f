import { isSignIn } from '#shared/domain/change/sign-ins.ts'
import type { ToldChange } from './describe-change.ts'

/** What one command did. `rows`: in the order they were written, or only the newest of very many, newest first. */
export type CommandGroup = { kind: 'command'; key: number; rows: ToldChange[]; total: number }
/** People who came and went, newest first, with nothing between. */
export type SignInGroup = { kind: 'signIns'; key: number; rows: ToldChange[] }
export type ChangeGroup = CommandGroup | SignInGroup

/** Rows of the log, newest first, by what belongs together; `fold`: sign-ins that follow each other, too. */
export function groupChanges(changes: readonly ToldChange[], fold = false): ChangeGroup[] {
  const groups: ChangeGroup[] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (fold && isSignIn(change)) {
      if (last?.kind === 'signIns') last.rows.push(change)
      else groups.push({ kind: 'signIns', key: change.seq, rows: [change] })
    } else if (last?.kind === 'command' && last.rows[0]?.command === change.command) last.rows.push(change)
    else groups.push({ kind: 'command', key: change.seq, rows: [change], total: 0 })
  }
  return groups.map((group) => settled(group))
}

function settled(group: ChangeGroup): ChangeGroup {
  const { rows } = group
  // One alone is no run
  if (group.kind === 'signIns') return rows.length > 1 ? group : { ...group, kind: 'command', total: 1 }
  const all = rows[0]?.commandRows ?? null
  return all === null ? { ...group, rows: rows.toReversed(), total: rows.length } : { ...group, total: all }
}

/** Who came and went, each once, in the order of the rows. */
export function actorsOf(rows: readonly ToldChange[]): string[] {
  return [...new Set(rows.map(({ actorName }) => actorName))]
}
