import { useMemo } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RoomId } from '#shared/values/index.ts'

export type Ask = OutputOf<'housekeeping.asks'>[number]
export type AsksByRoom = ReadonlyMap<RoomId | null, readonly Ask[]>

/** What is asked of housekeeping up to today, by room; under null what has no room. */
export function useAsks() {
  const { data, failed, retry } = useQuery('housekeeping.asks', {})
  const byRoom: AsksByRoom = useMemo(() => Map.groupBy(data ?? [], ({ roomId }) => roomId), [data])
  return { byRoom, failed, retry }
}
