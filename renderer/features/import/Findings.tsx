import { Button } from 'antd'
import { useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { thePlatform } from '#renderer/api/platform.ts'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { ScrollArea } from '#renderer/ui/ScrollArea.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import type { ImportSummary } from '#shared/contract/import.ts'
import { countOf, type FindingFilter, kindsOf, reasonWords } from '../../parts/import/summary.ts'
import { findingActs } from './acts.ts'
import { csvFinding, csvHead, type FindingRow, findingsName } from './findings-csv.ts'
import { KindMark } from './reason.tsx'

/** Rows asked for at once while a report is collected for download. */
const pageOfDownload = 5000

type Props = {
  source: string
  summary: ImportSummary
  filter: FindingFilter
  onFilter: (filter: FindingFilter) => void
}

function asked({ kind, reason }: FindingFilter) {
  return { ...(kind === 'all' ? {} : { kind }), ...(reason === null ? {} : { reason }) }
}

/** Every rejected or noted row with its reason; the selected one whole beneath; all of them to be downloaded. */
export function Findings({ source, summary, filter, onFilter }: Props) {
  const { t, locale } = useWords()
  const [selected, setSelected] = useState<FindingRow | null>(null)
  const found = useList('import.findings', { source, ...asked(filter), limit: 500 })
  const shown = selected && found.rows.includes(selected) ? selected : found.rows[0]
  return (
    <div className="im-findings">
      <div className="im-bar">
        <div className="k-usual" role="group" aria-label={t('import.report.findings')}>
          {kindsOf(summary).map((one) => (
            <button
              key={one}
              type="button"
              className="k-chip"
              aria-pressed={filter.kind === one && filter.reason === null}
              onClick={() => onFilter({ kind: one, reason: null })}
            >
              {t(kindWords[one])} {formatNumber(countOf(summary, { kind: one, reason: null }), locale)}
            </button>
          ))}
          {filter.reason !== null && (
            <button
              type="button"
              className="k-chip"
              aria-pressed
              onClick={() => onFilter({ ...filter, reason: null })}
            >
              {reasonWords(filter.reason, t)} {formatNumber(countOf(summary, filter), locale)}
            </button>
          )}
        </div>
        <Download source={source} filter={filter} total={countOf(summary, filter)} file={summary.file} />
      </div>
      {found.failed && found.rows.length === 0 && (
        <Trouble failed={found.failed} operation="import.findings" onRetry={found.retry} />
      )}
      {found.loading && <RowSkeleton rows={8} />}
      {found.head && (
        <DataList
          label={t('import.report.findings')}
          memory="findings"
          rows={found.rows}
          columns={columnsOf(t, locale, filter.kind)}
          rowKey={(row) => `${row.line} ${row.reason} ${row.field}`}
          onSelect={setSelected}
          more={found.more}
          loadMore={found.loadMore}
          about={`${source} ${filter.kind} ${filter.reason}`}
        />
      )}
      {shown && (
        <ScrollArea className="im-row" label={t('import.report.selected')}>
          <p className="k-label">{t('import.report.row')}</p>
          <code>{shown.row}</code>
        </ScrollArea>
      )}
    </div>
  )
}

const kindWords = {
  all: 'import.report.all',
  rejected: 'import.report.onlyRejected',
  noted: 'import.report.onlyNoted',
  new: 'import.compared.new',
  changed: 'import.compared.changed',
  same: 'import.compared.same',
  gone: 'import.compared.gone',
} as const

function columnsOf(
  t: ReturnType<typeof useWords>['t'],
  locale: string,
  kind: FindingFilter['kind'],
): Column<FindingRow>[] {
  // All changed rows have one reason; what counts is from what to what.
  const [ofReason, ofValue] = kind === 'changed' || kind === 'gone' ? ['1fr', '2fr'] : ['2fr', '1fr']
  return [
    {
      key: 'line',
      head: t('import.report.line'),
      width: '64px',
      figures: true,
      cell: (row) => formatNumber(row.line, locale),
    },
    {
      key: 'reason',
      head: t('import.report.reason'),
      width: `minmax(120px, ${ofReason})`,
      cell: (row) => (
        <span title={reasonWords(row.reason, t)}>
          <KindMark kind={row.kind} /> {reasonWords(row.reason, t)}
        </span>
      ),
    },
    { key: 'field', head: t('import.report.field'), width: 'minmax(70px, 1fr)', cell: (row) => row.field },
    {
      key: 'value',
      head: t('import.report.value'),
      width: `minmax(70px, ${ofValue})`,
      cell: (row) => <span title={row.value}>{row.value}</span>,
    },
  ]
}

type DownloadProps = { source: string; filter: FindingFilter; total: number; file: string }

function Download({ source, filter, total, file }: DownloadProps) {
  const { t } = useWords()
  const [done, setDone] = useState<number | null>(null)
  const [failed, setFailed] = useState<FailedReply | null>(null)
  const [saved, setSaved] = useState(false)
  const download = async () => {
    if (done !== null) return
    setDone(0)
    setFailed(null)
    setSaved(false)
    const collected = await collect(source, filter, t, setDone)
    if ('lines' in collected) {
      const content = new Blob(collected.lines, { type: 'text/csv;charset=utf-8' })
      setSaved(await thePlatform().saveFile(findingsName(file), content))
    } else setFailed(collected)
    setDone(null)
  }
  useActs(findingActs, { download })
  return (
    <div className="im-download">
      {done !== null && done > pageOfDownload && (
        <WorkProgress label={t('import.report.downloading')} done={done} total={total} />
      )}
      {failed && <Trouble failed={failed} operation="import.findings" line />}
      {saved && (
        <span className="k-quiet k-cut" role="status">
          {t('import.report.saved', { name: findingsName(file) })}
        </span>
      )}
      <Button loading={done !== null} onClick={() => void download()}>
        {t('import.report.download')} <KeyHint keys={findingActs.download.key} />
      </Button>
    </div>
  )
}

/** All findings as the lines of a CSV file, page by page. */
async function collect(
  source: string,
  filter: FindingFilter,
  t: ReturnType<typeof useWords>['t'],
  told: (done: number) => void,
): Promise<{ lines: string[] } | FailedReply> {
  const lines = [
    csvHead([
      t('import.report.line'),
      t('field.name.kind'),
      t('import.report.reason'),
      t('field.name.code'),
      t('import.report.field'),
      t('import.report.value'),
      t('import.report.row'),
    ]),
  ]
  let after: string | null = null
  let done = 0
  do {
    const reply: Awaited<ReturnType<typeof askPage>> = await askPage(source, filter, after)
    if (!reply.ok) return reply as FailedReply
    const { rows, next } = reply.output
    for (const row of rows) lines.push(csvFinding(row, t(kindWords[row.kind]), reasonWords(row.reason, t)))
    done += rows.length
    told(done)
    after = next
  } while (after !== null)
  return { lines }
}

function askPage(source: string, filter: FindingFilter, after: string | null) {
  return theClient().call('import.findings', {
    source,
    ...asked(filter),
    ...(after === null ? {} : { after }),
    limit: pageOfDownload,
  })
}
