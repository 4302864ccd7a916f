import { Button, Segmented } from 'antd'
import { useMemo } from 'react'
import { cancelJob, type Job } from '#renderer/api/use-job.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatBytes, formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { describeReply } from '#shared/i18n/index.ts'
import { backupActs } from '../acts.ts'
import type { BackupSettings } from './BackupForm.tsx'
import { partsOfHour } from './backup-fields.ts'
import { RestoreNote } from './RestoreNote.tsx'
import { useBackupJob } from './use-backup-job.ts'

type Copy = OutputOf<'backup.list'>['copies'][number]

/** The copies in one of the folders, a copy being made, and how one is restored. */
export function CopiesPane({ settings }: { settings: BackupSettings }) {
  const { t } = useWords()
  const { folders } = settings
  const [chosen, setChosen] = useMemory<string | null>('backup:folder', null)
  const folder = folders.find((one) => one === chosen) ?? folders[0]
  const work = useBackupJob()
  const begin = () => {
    if (!work.running && folders.length > 0) work.begin()
  }
  useActs(backupActs, { backUp: begin })
  return (
    <Pane
      title={t('settings.backup.copies')}
      scroll={false}
      tools={
        <Button disabled={folders.length === 0} loading={work.create.pending} onClick={begin}>
          {t('settings.backup.now')} <KeyHint keys={backupActs.backUp.key} />
        </Button>
      }
    >
      <div className="s-copies-head">
        {folders.length > 1 && (
          <Segmented
            aria-label={t('settings.backup.where')}
            value={folder ?? ''}
            options={folders.map((one) => ({ value: one, label: one, title: one }))}
            onChange={setChosen}
          />
        )}
        <NextHour settings={settings} />
        <JobLine job={work.job} trouble={work.create.trouble} />
      </div>
      {folder === undefined ? (
        <EmptyState>{t('settings.backup.noFolder')}</EmptyState>
      ) : (
        <Copies key={folder} folder={folder} />
      )}
      <RestoreNote folder={folder} store={settings.store} />
    </Pane>
  )
}

function NextHour({ settings: { next } }: { settings: BackupSettings }) {
  const { t } = useWords()
  if (next === null) return <p className="k-quiet">{t('settings.backup.notByItself')}</p>
  const { day, time } = partsOfHour(next)
  return (
    <p className="k-quiet">
      {t('settings.backup.next')} <DateText date={day} /> {time}
    </p>
  )
}

function JobLine({ job, trouble }: { job: Job | null; trouble: string | null }) {
  const { t, language } = useWords()
  if (job?.state === 'running')
    return (
      <WorkProgress
        label={t('settings.backup.running')}
        done={job.total > 0 ? Math.round((100 * job.done) / job.total) : 0}
        total={100}
        onCancel={() => void cancelJob(job.job)}
      />
    )
  if (trouble)
    return (
      <p className="k-trouble-line" role="alert">
        {trouble}
      </p>
    )
  if (!job || job.state === 'done') return null
  if (job.state === 'cancelled') return <p role="status">{t('settings.backup.cancelled')}</p>
  const { code, params } = job.failure ?? { code: 'INTERNAL', params: {} }
  const words =
    code === 'INTERNAL'
      ? describeReply({ ok: false, fault: { code, incident: String(params.incident ?? '—') } }, language)
      : describeReply({ ok: false, refusal: { code, params } }, language, 'backup.create')
  return (
    <p className="k-trouble-line" role="alert">
      {words}
    </p>
  )
}

function Copies({ folder }: { folder: string }) {
  const { t, locale } = useWords()
  const listed = useQuery('backup.list', { folder })
  const columns = useMemo(() => columnsOf(t, locale), [t, locale])
  if (listed.failed) return <Trouble failed={listed.failed} operation="backup.list" onRetry={listed.retry} />
  if (!listed.data) return <RowSkeleton rows={6} />
  const { copies, sameDisk, freeBytes } = listed.data
  return (
    <>
      {sameDisk && (
        <p className="s-copies-note k-quiet">
          <Mark of="warning" /> {t('settings.backup.sameDisk')}
        </p>
      )}
      <DataList
        label={t('settings.backup.copies')}
        memory={`backup:${folder}`}
        rows={copies}
        columns={columns}
        rowKey={(row) => row.file}
        empty={<EmptyState>{t('settings.backup.none')}</EmptyState>}
      />
      {freeBytes !== null && (
        <p className="s-copies-note k-quiet">
          {t('settings.backup.free', { bytes: formatBytes(freeBytes, locale) })}
        </p>
      )}
    </>
  )
}

function columnsOf(t: T, locale: string): Column<Copy>[] {
  const count = (row: Copy, of: 'guests' | 'bookings' | 'changes') =>
    row.manifest && formatNumber(row.manifest.facts[of], locale)
  return [
    {
      key: 'made',
      head: t('settings.backup.made'),
      width: 'minmax(128px, 1fr)',
      cell: (row) =>
        row.manifest ? (
          <DateTimeText moment={row.manifest.made} />
        ) : (
          <span className="k-cut">{row.file}</span>
        ),
    },
    {
      key: 'date',
      head: t('settings.hotel.businessDate'),
      width: '120px',
      cell: (row) => row.manifest && <DateText date={row.manifest.facts.businessDate} />,
    },
    {
      key: 'guests',
      head: t('settings.backup.guests'),
      width: '72px',
      figures: true,
      cell: (row) => count(row, 'guests'),
    },
    {
      key: 'bookings',
      head: t('settings.backup.bookings'),
      width: '72px',
      figures: true,
      cell: (row) => count(row, 'bookings'),
    },
    {
      key: 'changes',
      head: t('settings.backup.changes'),
      width: '76px',
      figures: true,
      cell: (row) => count(row, 'changes'),
    },
    {
      key: 'size',
      head: t('settings.backup.size'),
      width: '76px',
      figures: true,
      cell: (row) => row.manifest && formatBytes(row.manifest.bytes, locale),
    },
    {
      key: 'state',
      head: t('settings.room.state'),
      width: 'minmax(96px, 1fr)',
      cell: (row) => (
        <span className="k-cut" title={`${t(`backup.state.${row.state}`)} ${row.file}`}>
          <Mark of={row.state === 'whole' ? 'whole' : 'warning'} size={10} /> {t(`backup.state.${row.state}`)}
        </span>
      ),
    },
  ]
}
