import { useEffect } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { setQuery, useLocation } from '#renderer/base/route/route.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type ExploreAsk, usualExplore } from '#shared/domain/report/explore/ask.ts'
import { exploreJson } from '#shared/domain/report/explore/explore.ts'

export type SavedExplore = OutputOf<'explore.list'>[number]

export type Opened = {
  all: readonly SavedExplore[]
  /** The saved pivot that is open, changed or not. */
  open: SavedExplore | undefined
  isChanged: boolean
  openOne: (id: number) => void
  begin: () => void
}

/** Saved pivots, and the one that is open: its number is in the address, so that a link to it opens it. */
export function useOpened(ask: ExploreAsk, onAsk: (ask: ExploreAsk) => void): Opened {
  const all = useQuery('explore.list', {}).data ?? []
  const id = Number(useLocation(({ query }) => query.saved) ?? 0)
  const open = all.find((one) => one.id === id)
  // Which one the fields show: coming back to a changed one must not throw the change away
  const [shown, setShown] = useMemory<number>('explore-of', 0)
  useEffect(() => {
    if (!open || shown === open.id) return
    setShown(open.id)
    onAsk(open.ask)
  }, [open, shown, setShown, onAsk])
  return {
    all,
    open,
    isChanged: open !== undefined && exploreJson(open.ask) !== exploreJson(ask),
    openOne: (chosen) => {
      // Chosen again, it is as it was saved
      setShown(0)
      setQuery({ saved: chosen })
    },
    begin: () => {
      setShown(0)
      setQuery({ saved: '' })
      onAsk(usualExplore)
    },
  }
}
