import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import type { OutputOf } from '#shared/contract/index.ts'

export type Waiting = OutputOf<'stay.queue'>[number]

const nobody: readonly Waiting[] = []

/** Who waits at the desk for a room, the longest first; nobody where who sits here may not check anyone in. */
export function useQueue(): readonly Waiting[] {
  const may = useMay()
  return useQuery('stay.queue', {}, { on: may('stay') }).data ?? nobody
}
