import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { cancelJob, useJob } from '#renderer/api/use-job.ts'
import { useWords } from '#renderer/base/language.ts'
import { WorkProgress } from '#renderer/ui/Waiting.tsx'
import { describeReply } from '#shared/i18n/index.ts'

/** The demo hotel being made, with its counts and a way out; then the desk opens by itself. */
export function DemoRun({ job: id, onEnd }: { job: string; onEnd: () => void }) {
  const { t, language } = useWords()
  const job = useJob(id)
  const end = useRef(onEnd)
  end.current = onEnd
  const done = job?.state === 'done' || job?.state === 'cancelled'
  useEffect(() => {
    if (done) end.current()
  }, [done])
  if (job?.state === 'failed') {
    const refusal = job.failure ?? { code: 'INTERNAL', params: {} }
    return (
      <>
        <p className="k-trouble-line" role="alert">
          {refusal.code === 'INTERNAL'
            ? describeReply(
                { ok: false, fault: { code: 'INTERNAL', incident: String(refusal.params.incident ?? '—') } },
                language,
              )
            : describeReply({ ok: false, refusal }, language, 'job.startDemo')}
        </p>
        <Button type="primary" autoFocus onClick={onEnd}>
          {t('access.setup.goOn')}
        </Button>
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
