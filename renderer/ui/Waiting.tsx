import { Progress } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { formatNumber } from './format.ts'

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

/** Bones of a list: as many rows as will stand there. */
export function RowBones({ rows = 12 }: { rows?: number }) {
  const { t } = useWords()
  return (
    <AfterAWhile>
      <div className="k-bones-rows" role="status" aria-label={t('common.loading')}>
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bones have no other name
          <i key={index} style={{ width: `${94 - ((index * 37) % 40)}%` }} />
        ))}
      </div>
    </AfterAWhile>
  )
}

/** Bones of a block of facts or a chart of the given height. */
export function BlockBones({ height = 120 }: { height?: number }) {
  const { t } = useWords()
  return (
    <AfterAWhile>
      <div className="k-bones-rows" role="status" aria-label={t('common.loading')}>
        <i style={{ height }} />
      </div>
    </AfterAWhile>
  )
}

type WorkProps = {
  /** What is being done, in words. */
  label: string
  done: number
  /** 0 while it is not known. */
  total: number
  onCancel?: (() => void) | undefined
}

/** Long work with its counts and a way out; show it from one second on (`AfterAWhile` is not enough). */
export function WorkProgress({ label, done, total, onCancel }: WorkProps) {
  const { t, locale } = useWords()
  const counts = t('common.of', {
    done: formatNumber(done, locale),
    total: total ? formatNumber(total, locale) : '—',
  })
  return (
    <div className="k-work">
      <span>{label}</span>
      <Progress
        percent={total ? Math.min(100, (100 * done) / total) : 0}
        showInfo={false}
        size="small"
        aria-label={label}
      />
      <span className="k-num">{counts}</span>
      {onCancel && (
        <button type="button" className="k-tool" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      )}
    </div>
  )
}
