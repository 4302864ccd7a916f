import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { cancelJob, useJob } from '#renderer/api/use-job.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import type { TakenBack } from '#shared/contract/import.ts'
import { batchActs } from './acts.ts'
import type { Batch } from './Earlier.tsx'
import { failedOf } from './use-run.ts'

/** Takes an import back whole: asks once, then tells how it goes, and what stays. */
export function TakeBack({ batch }: { batch: Batch }) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const [id, setId] = useState<string | null>(null)
  const start = useCommand('import.takeBack', { silent: true })
  const job = useJob(id)
  const running = start.pending || job?.state === 'running' || (id !== null && job === null)
  const { ended } = start
  useEffect(() => {
    if (job && job.state !== 'running') ended()
  }, [job, ended])
  const open = batch.takenBack === null && !running
  useActs(batchActs, { takeBack: () => setAsking(true) }, { on: open })
  const begin = async () => {
    setAsking(false)
    const reply = await start.run({ batch: batch.id })
    if (reply.ok) setId(reply.output.job)
  }
  const done = job?.state === 'done' ? (job.result as TakenBack) : null
  const failed: FailedReply | null = start.failed ?? (job?.state === 'failed' ? failedOf(job) : null)
  return (
    <section className="im-back" aria-label={t('import.back.label')}>
      {batch.takenBack && (
        <p>
          <b>{t('import.back.was')}</b> <DateTimeText moment={batch.takenBack.at} />{' '}
          {t('import.earlier.by', { who: batch.takenBack.by })}
        </p>
      )}
      {open && !asking && (
        <Button onClick={() => setAsking(true)}>
          {t('import.back.ask')} <KeyHint keys={batchActs.takeBack.key} />
        </Button>
      )}
      {open && asking && (
        <>
          <p>{t('import.back.explain')}</p>
          <Button danger autoFocus onClick={() => void begin()}>
            {t('import.back.now')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('import.back.keep')}</Button>
        </>
      )}
      {running && (
        <WorkProgress
          label={t('import.back.running')}
          done={job?.done ?? 0}
          total={job?.total ?? 0}
          onCancel={id === null ? undefined : () => void cancelJob(id)}
        />
      )}
      {job?.state === 'cancelled' && <p role="status">{t('import.back.stopped')}</p>}
      {failed && <Trouble failed={failed} operation="import.takeBack" line />}
      {done && <Result done={done} />}
    </section>
  )
}

/** What went, what is as before, and what stays with its reason. */
function Result({ done }: { done: TakenBack }) {
  const { t, locale } = useWords()
  const { removed, restored, stayed, stayedMore } = done
  const counted = [
    ['import.back.bookings', removed.bookings],
    ['import.back.guests', removed.guests],
    ['import.back.accounts', removed.accounts],
    ['import.back.roomTypes', removed.roomTypes],
    ['import.back.restored', restored.bookings + restored.guests],
  ] as const
  return (
    <div role="status">
      <p>
        {counted
          .filter(([, count]) => count > 0)
          .map(([key, count]) => t(key, { count, shown: formatNumber(count, locale) }))
          .join(' · ')}
      </p>
      {stayed.length > 0 && (
        <p>
          {t('import.back.stays')}{' '}
          {stayed
            .map(
              ({ kind, label, why }) => `${t(`change.kind.${kind}`)} ${label} (${t(`import.stayed.${why}`)})`,
            )
            .join(' · ')}
          {stayedMore > 0 && ` · ${t('import.back.more', { count: stayedMore })}`}
        </p>
      )}
    </div>
  )
}
