import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import type { LeavingRow } from './reason.ts'

export type CaseAct = 'snooze' | 'offer' | 'close'

export type CaseWork = {
  /** Takes the guest on, or gives them back where the caller has them. */
  takeOn: () => void
  /** Takes over from whom the refusal named. */
  takeOver: () => void
  open: (act: CaseAct) => void
  /** The drawer that is open. */
  act: CaseAct | null
  closeDrawer: () => void
  pending: boolean
  trouble: string | null
  holder: { login: string; name: string } | null
}

/** What is done about the guest of the active row. */
export function useCaseWork(row: LeavingRow | undefined, back: () => void): CaseWork {
  const take = useCommand('leaving.takeOn')
  const release = useCommand('leaving.release')
  const [act, setAct] = useState<CaseAct | null>(null)
  const refusal = take.failed && 'refusal' in take.failed ? take.failed.refusal : null
  const { owner, name } = (refusal?.params ?? {}) as { owner?: string; name?: string }
  const [askedFor, setAskedFor] = useState<number | null>(null)
  const holder = refusal?.code === 'CASE_TAKEN' && owner ? { login: owner, name: name ?? owner } : null
  // What was refused for another row is not said of this one
  const here = askedFor === row?.guestId
  const takeOn = (from?: string) => {
    if (!row) return
    setAskedFor(row.guestId)
    const { guestId } = row
    if (row.case?.mine && from === undefined) void release.run({ guestId, version: row.case.version })
    else void take.run(from === undefined ? { guestId } : { guestId, from })
  }
  return {
    takeOn: () => takeOn(),
    takeOver: () => holder && takeOn(holder.login),
    open: (next) => row && setAct(next),
    act,
    closeDrawer: () => {
      setAct(null)
      back()
    },
    pending: take.pending || release.pending,
    trouble: here ? (take.trouble ?? release.trouble) : null,
    holder: here ? holder : null,
  }
}
