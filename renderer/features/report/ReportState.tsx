import { useEffect, useState } from 'react'
import { codeOf, type FailedReply } from '#renderer/api/reply-error.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { clockInZone } from '#renderer/parts/report/moment-in-zone.ts'
import type { WorkedOut } from '#renderer/parts/report/use-worked-out.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { BlockSkeleton, RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import type { AsOf } from '#shared/domain/report/result.ts'
import { againActs, reportActs } from './acts.ts'

type Props = {
  found: WorkedOut<{ asOf: AsOf }>
  /** How it is called among operations, for what may go wrong. */
  operation?: 'report.run' | 'report.dashboard' | 'explore.run'
  /** Lets go what was chosen; absent where nothing was. */
  onReset?: (() => void) | undefined
}

/** As of when a report is, how far a longer one is, and what keeps it from being shown. */
export function ReportState({ found, operation = 'report.run', onReset }: Props) {
  const { t } = useWords()
  const { data, failed, refreshing, loading, progress, cancel, retry } = found
  const long = useLongerThan(1000, refreshing)
  useActs(againActs, { again: retry })
  if (failed && codeOf(failed) === 'CANCELLED') {
    return (
      <EmptyState action={{ label: t('reportScreen.again'), run: retry, keys: againActs.again.key }}>
        {t('reportScreen.cancelled')}
      </EmptyState>
    )
  }
  if (failed) return <Wrong failed={failed} operation={operation} onRetry={retry} onReset={onReset} />
  return (
    <>
      <div className="rp-state" role="status">
        {long && (
          <WorkProgress
            label={t('reportScreen.running')}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
            share
            onCancel={cancel}
          />
        )}
        {!long && data && <Age asOf={data.asOf} onAgain={retry} />}
        {onReset && (
          <button type="button" className="k-tool rp-reset" onClick={onReset}>
            {t('reportScreen.reset')} <KeyHint keys={reportActs.reset.key} />
          </button>
        )}
      </div>
      {loading && (
        <>
          <BlockSkeleton height={176} />
          <RowSkeleton />
        </>
      )}
    </>
  )
}

type WrongProps = Pick<Props, 'onReset'> & { failed: FailedReply; operation: string; onRetry: () => void }

/** What is wrong, with the way out: asked again, the same would be refused again. */
function Wrong({ failed, operation, onRetry, onReset }: WrongProps) {
  const { t } = useWords()
  if (!('refusal' in failed)) return <Trouble failed={failed} operation={operation} onRetry={onRetry} />
  const { from, to } = failed.refusal.params as { from?: string; to?: string }
  return (
    <>
      <Trouble failed={failed} operation={operation} />
      <p className="rp-ways">
        {failed.refusal.code === 'REPORT_PERIOD_BACKWARDS' && from && to && (
          <Button primary onClick={() => setQuery({ from: to, to: from })}>
            {t('reportScreen.swap')}
          </Button>
        )}
        {onReset && (
          <Button onClick={onReset}>
            {t('reportScreen.reset')} <KeyHint keys={reportActs.reset.key} />
          </Button>
        )}
      </p>
    </>
  )
}

/** The moment that is shown; of now, also what the store has had since. */
function Age({ asOf, onAgain }: { asOf: AsOf; onAgain: () => void }) {
  const { t, locale } = useWords()
  const { timeZone } = useHotel()
  const { data } = useQuery('report.changesSince', { seq: asOf.seq }, { on: asOf.isNow, keep: true })
  if (!asOf.isNow) {
    return (
      <span className="rp-then">
        {t('reportScreen.known')} <DateTimeText moment={asOf.moment} />
      </span>
    )
  }
  const changes = data?.changes ?? 0
  return (
    <>
      <span>
        {t('reportScreen.asOf', { time: clockInZone(Date.parse(asOf.moment), timeZone) })}
        {changes > 0 &&
          ` · ${t('reportScreen.changes', { count: changes, number: formatNumber(changes, locale) })}`}
      </span>
      {changes > 0 && (
        <button type="button" className="k-tool" onClick={onAgain}>
          {t('reportScreen.again')} <KeyHint keys={againActs.again.key} />
        </button>
      )}
    </>
  )
}

/** Whether something has gone on for so long. */
function useLongerThan(ms: number, going: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!going) return
    const timer = setTimeout(() => setLong(true), ms)
    return () => clearTimeout(timer)
  }, [going, ms])
  return long
}
