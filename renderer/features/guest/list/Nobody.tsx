import { Button } from 'antd'
import { useState } from 'react'
import { refreshAll } from '#renderer/api/query-client.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useUser } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'
import { paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { DemoRun } from '#renderer/parts/setup/DemoRun.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { roleAllows } from '#shared/contract/roles.ts'
import { listActs } from '../acts.ts'
import { type Filters, isNarrowed } from './filters.ts'

type Props = { filters: Filters; onAdd: () => void }

/** Nobody is on file, nobody fits, or nobody who fits passes the filters: what can be done then. */
export function Nobody({ filters, onAdd }: Props) {
  const { t } = useWords()
  const { role } = useUser()
  const text = filters.text.trim()
  const narrowed = isNarrowed(filters)
  const action = (label: string) => ({ label, run: onAdd, keys: listActs.newGuest.key })
  if (text === '' && !narrowed) {
    return (
      <>
        <EmptyState action={action(t('guest.new.open'))}>
          {t('guest.search.nobody')}{' '}
          {roleAllows(role, 'manager') && <Link to={paths.import}>{t('guest.search.toImport')}</Link>}
        </EmptyState>
        {roleAllows(role, 'administrator') && <DemoOffer />}
      </>
    )
  }
  if (text === '') return <EmptyState>{t('guest.search.nothingFiltered')}</EmptyState>
  return (
    <EmptyState action={action(t('guest.search.newNamed', { text }))}>
      {t(narrowed ? 'guest.search.nothingBoth' : 'guest.search.nothing', { text })}
    </EmptyState>
  )
}

/** A hotel that has no room types yet may become the demo hotel: the one of the wizard was broken off, or not chosen. */
function DemoOffer() {
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
