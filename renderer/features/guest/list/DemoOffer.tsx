import { Button } from 'antd'
import { useState } from 'react'
import { refreshAll } from '#renderer/api/query-client.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { DemoRun } from '#renderer/parts/setup/DemoRun.tsx'

/** A hotel that has no room types yet may become the demo hotel: the one of the wizard was broken off, or not chosen. */
export function DemoOffer() {
  const { t } = useWords()
  const types = useQuery('room.listTypes', {})
  const start = useCommand('job.startDemo', { silent: true })
  const [job, setJob] = useState<string | null>(null)
  if (job !== null) {
    return (
      <div className="g-demo">
        <DemoRun key={job} job={job} onDone={() => void refreshAll()} onAgain={setJob} />
      </div>
    )
  }
  if (types.data?.length !== 0) return null
  const make = async () => {
    const reply = await start.run({})
    if (reply.ok) setJob(reply.output.job)
  }
  return (
    <div className="g-demo">
      <p className="k-quiet">{t('access.setup.demoText')}</p>
      <Button loading={start.pending} onClick={() => void make()}>
        {t('access.setup.makeDemo')}
      </Button>
      {start.trouble && (
        <p className="k-trouble-line" role="alert">
          {start.trouble}
        </p>
      )}
    </div>
  )
}
