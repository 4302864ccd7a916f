import { Progress } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { formatNumber } from './format.ts'

type WorkProps = {
  /** What is being done, in words. */
  label: string
  done: number
  /** 0 while it is not known. */
  total: number
  /** What is counted means nothing to anybody: the share that is done is said instead. */
  share?: boolean
  onCancel?: (() => void) | undefined
}

/** A job with its counts and a way out; show it from one second on (`AfterAWhile` is not enough). */
export function WorkProgress({ label, done, total, share = false, onCancel }: WorkProps) {
  const { t, locale } = useWords()
  const percent = total ? Math.min(100, (100 * done) / total) : 0
  const counts = share
    ? `${formatNumber(Math.floor(percent), locale)} %`
    : t('common.of', { done: formatNumber(done, locale), total: total ? formatNumber(total, locale) : '—' })
  return (
    <div className="k-work">
      <span>{label}</span>
      <Progress percent={percent} showInfo={false} size="small" aria-label={label} />
      <span className="k-num">{counts}</span>
      {onCancel && (
        <button type="button" className="k-tool" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      )}
    </div>
  )
}
