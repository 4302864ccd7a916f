import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { cancelJob, type Job, useJob } from '#renderer/api/use-job.ts'
import { useWords } from '#renderer/base/language.ts'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import { describeReply } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

type Props = {
  job: string
  onDone: () => void
  /** It was broken off and is made again, as another job; give that one as `key` too. */
  onAgain: (job: string) => void
  /** Goes on without it, where there is somewhere to go. */
  onLeave?: () => void
}

/** The demo hotel being made, with its counts and a way to stop it. What was cancelled or failed can be made again. */
export function DemoRun({ job: id, onDone, onAgain, onLeave }: Props) {
  const { t, language } = useWords()
  const job = useJob(id)
  const again = useCommand('job.startDemo', { silent: true })
  const end = useRef(onDone)
  end.current = onDone
  const state = job?.state
  useEffect(() => {
    if (state === 'done') end.current()
  }, [state])
  const start = async () => {
    const reply = await again.run({})
    if (reply.ok) onAgain(reply.output.job)
  }
  if (job && (state === 'cancelled' || state === 'failed')) {
    return (
      <>
        <p className="k-trouble-line" role="alert">
          {state === 'cancelled' ? t('access.setup.cancelled') : failureWords(job, language)}
        </p>
        {again.trouble && (
          <p className="k-trouble-line" role="alert">
            {again.trouble}
          </p>
        )}
        <div className="k-drawer-foot">
          <Button type="primary" autoFocus loading={again.pending} onClick={() => void start()}>
            {t('access.setup.again')}
          </Button>
          {onLeave && <Button onClick={onLeave}>{t('access.setup.goOn')}</Button>}
        </div>
      </>
    )
  }
  return (
    <WorkProgress
      label={t('access.setup.running')}
      done={job?.done ?? 0}
      total={job?.total ?? 0}
      onCancel={() => void cancelJob(id)}
    />
  )
}

function failureWords(job: Job, language: Language): string {
  const refusal = job.failure ?? { code: 'INTERNAL', params: {} }
  if (refusal.code !== 'INTERNAL') return describeReply({ ok: false, refusal }, language, 'job.startDemo')
  const incident = String(refusal.params.incident ?? '—')
  return describeReply({ ok: false, fault: { code: 'INTERNAL', incident } }, language)
}
