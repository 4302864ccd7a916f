import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'

const NOTHING_MS = 100

/** Shows its children only once waiting has lasted 100 ms: what is quicker needs no sign. */
export function AfterAWhile({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), NOTHING_MS)
    return () => clearTimeout(timer)
  }, [])
  return shown ? children : null
}

/** Skeleton of a list: as many rows as will be there. */
export function RowSkeleton({ rows = 12 }: { rows?: number }) {
  const { t } = useWords()
  return (
    <AfterAWhile>
      <div className="k-skeleton-rows" role="status" aria-label={t('common.loading')}>
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: skeleton rows have no other name
          <i key={index} style={{ width: `${94 - ((index * 37) % 40)}%` }} />
        ))}
      </div>
    </AfterAWhile>
  )
}

/** Skeleton of a block of facts or a chart of the given height. */
export function BlockSkeleton({ height = 120 }: { height?: number }) {
  const { t } = useWords()
  return (
    <AfterAWhile>
      <div className="k-skeleton-rows" role="status" aria-label={t('common.loading')}>
        <i style={{ height }} />
      </div>
    </AfterAWhile>
  )
}
