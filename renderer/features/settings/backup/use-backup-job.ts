import { useEffect, useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { type CommandState, useCommand } from '#renderer/api/use-command.ts'
import { type Job, useJob } from '#renderer/api/use-job.ts'

export type BackupJob = {
  job: Job | null
  running: boolean
  create: CommandState<'backup.createAll'>
  begin: () => void
}

/** The backup that is at work, whoever began it: this page, another desk, the clock. */
export function useBackupJob(): BackupJob {
  const [id, setId] = useState<string | null>(null)
  const create = useCommand('backup.createAll')
  const job = useJob(id)
  useEffect(
    () =>
      theClient().on((event) => {
        if (event.type !== 'job' || event.progress.kind !== 'backup') return
        if (event.progress.state === 'running') setId(event.progress.job)
      }),
    [],
  )
  const state = job?.job === id ? job?.state : undefined
  const { ended } = create
  useEffect(() => {
    if (state && state !== 'running') ended()
  }, [state, ended])
  const begin = async () => {
    const reply = await create.run({})
    if (reply.ok) setId(reply.output.job)
  }
  const running = create.pending || state === 'running' || (id !== null && state === undefined)
  return { job: state ? job : null, running, create, begin: () => void begin() }
}
