import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { AsOf } from '#renderer/parts/insight/RunAge.tsx'
import { ageOf, type Computed } from '#renderer/parts/insight/run-age.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { describeReply } from '#shared/i18n/index.ts'
import { refreshActs } from './acts.ts'
import type { Refresh } from './use-refresh.ts'

export type Status = OutputOf<'insight.status'>

type Props = {
  status: Status
  refresh: Refresh
  /** The section below offers to compute: there is one such button. */
  offered: boolean
}

/** As of when the results are, when they were computed, what changed since, and the way to newer ones. */
export function StatusStrip({ status, refresh, offered }: Props) {
  const { t, language } = useWords()
  return (
    <section className="ins-status" aria-label={t('insight.status.label')}>
      {refresh.running ? (
        <WorkProgress
          label={t('insight.status.running')}
          done={refresh.job?.done ?? 0}
          total={refresh.job?.total ?? 0}
          share
          onCancel={refresh.job ? refresh.cancel : undefined}
        />
      ) : (
        <>
          <p className="ins-status-facts">
            {status.asOf && status.moment ? (
              <Age status={status} computed={{ asOf: status.asOf, moment: status.moment }} />
            ) : (
              <span>{t('insight.status.never')}</span>
            )}
          </p>
          {!offered && (
            <Button onClick={refresh.start}>
              {t(status.asOf === null ? 'insight.status.compute' : 'insight.status.refresh')}{' '}
              <KeyHint keys={refreshActs.refresh.key} />
            </Button>
          )}
        </>
      )}
      {status.noFile && (
        <p className="ins-status-line k-trouble-line" role="alert">
          {describeReply({ ok: false, refusal: status.noFile }, language, 'insight.refresh')}
        </p>
      )}
      {refresh.cancelled && !refresh.running && (
        <p role="status" className="ins-status-line">
          {t('insight.status.cancelled')}
        </p>
      )}
      {refresh.failed && !refresh.running && !status.noFile && (
        <div className="ins-status-line">
          <Trouble failed={refresh.failed} operation="insight.refresh" line />
        </div>
      )}
    </section>
  )
}

function Age({ status, computed }: { status: Status; computed: Computed }) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  const { changesSince, unnamed } = status
  const behind = ageOf(computed, businessDate)
  return (
    <>
      <span className={behind ? 'ins-behind' : ''}>
        {behind && <Mark of="warning" />}
        <AsOf asOf={computed.asOf} />
      </span>
      <span>
        {t('insight.status.computed')} <DateTimeText moment={computed.moment} />
      </span>
      <span>
        {t('insight.status.changes', { count: changesSince, number: formatNumber(changesSince, locale) })}
      </span>
      {unnamed !== null && unnamed > 0 && (
        <span title={t('insight.status.unnamedWhy')}>
          {t('insight.status.unnamed', { count: unnamed, number: formatNumber(unnamed, locale) })}
        </span>
      )}
    </>
  )
}
