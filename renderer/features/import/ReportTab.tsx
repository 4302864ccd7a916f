import { Fragment, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { ScrollArea } from '#renderer/ui/ScrollArea.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { ImportSummary } from '#shared/contract/import.ts'
import { listText } from '#shared/i18n/index.ts'
import {
  type FindingFilter,
  firstFilter,
  reasonsOf,
  reasonWords,
  statusesOf,
  statusWords,
  totalOf,
} from '../../parts/import/summary.ts'
import type { Batch } from './Earlier.tsx'
import { Findings } from './Findings.tsx'
import { KindMark } from './reason.tsx'
import { TakeBack } from './TakeBack.tsx'
import type { Running } from './use-run.ts'
import { UnknownWords } from './WordTable.tsx'
import type { Work } from './work.ts'

/** The report of the dry run or import just made, or of an earlier one. */
type TabProps = { work: Work; running: Running; onMapped: () => void }

export function ReportTab({ work, running, onMapped }: TabProps) {
  const { t } = useWords()
  const { summary, run } = running
  const made = work.batch ?? summary?.batchId ?? null
  const batches = useQuery('import.batches', {}, { on: made !== null })
  const batch = batches.data?.find((one) => one.id === made)
  if (batch)
    return (
      <Report
        key={batch.id}
        summary={batch.summary}
        source={`batch:${batch.id}`}
        batch={batch}
        onMapped={onMapped}
      />
    )
  if (summary && run)
    return <Report key={run.job} summary={summary} source={`job:${run.job}`} onMapped={onMapped} />
  return <EmptyState>{t('import.report.noneYet')}</EmptyState>
}

type ReportProps = { summary: ImportSummary; source: string; batch?: Batch; onMapped: () => void }

function Report({ summary, source, batch, onMapped }: ReportProps) {
  const { t } = useWords()
  const [filter, setFilter] = useState<FindingFilter>(() => firstFilter(summary))
  const nothing = totalOf(summary.rejected) + totalOf(summary.notes) === 0
  return (
    <>
      <Figures summary={summary} />
      {batch && <TakeBack batch={batch} />}
      <div className="im-report">
        <ScrollArea className="im-scroll im-tables" label={t('import.tab.report')}>
          <Comparison summary={summary} filter={filter} onFilter={setFilter} />
          <UnknownWords summary={summary} onMapped={onMapped} />
          <Statuses summary={summary} />
          <Created summary={summary} />
          <Reasons summary={summary} filter={filter} onFilter={setFilter} />
          <dl className="k-facts im-source">
            {summary.where && (
              <>
                <dt>{t('import.report.filterUsed')}</dt>
                <dd>{summary.where}</dd>
              </>
            )}
            <OfFile summary={summary} />
            {Object.entries(summary.dateOrders ?? {}).map(([column, shown]) => (
              <Fragment key={column}>
                <dt>{t('import.report.datesIn', { column })}</dt>
                <dd>{t(`import.mapping.dates.${shown}`)}</dd>
              </Fragment>
            ))}
            <dt>{t('import.report.sha')}</dt>
            <dd className="im-sha">{summary.sha256}</dd>
          </dl>
        </ScrollArea>
        {nothing ? (
          <EmptyState>{t('import.report.noFindings')}</EmptyState>
        ) : (
          <Findings source={source} summary={summary} filter={filter} onFilter={setFilter} />
        )}
      </div>
    </>
  )
}

/** How a text was read; of a workbook, which sheet was read, what was not, and that rows of it are hidden. */
function OfFile({ summary }: { summary: ImportSummary }) {
  const { t, locale, language } = useWords()
  const { encoding, sheet, otherSheets = [], hiddenRows = 0, skipHidden = false } = summary
  const names = otherSheets.map(({ name, hidden }) =>
    hidden ? t('import.facts.sheetHidden', { name }) : name,
  )
  const facts: [string, string][] = []
  if (encoding) facts.push([t('import.report.encoding'), t(`import.encoding.${encoding}`)])
  if (sheet) facts.push([t('import.report.sheet'), sheet])
  if (names.length > 0) facts.push([t('import.report.otherSheets'), listText(names, language)])
  if (hiddenRows > 0)
    facts.push([
      t(skipHidden ? 'import.report.hiddenSkipped' : 'import.report.hiddenRead'),
      formatNumber(hiddenRows, locale),
    ])
  return facts.map(([name, value]) => (
    <Fragment key={name}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </Fragment>
  ))
}

/** The counts that everybody asks for first; together with those passed over they are all rows of the file. */
function Figures({ summary }: { summary: ImportSummary }) {
  const { t, locale } = useWords()
  const figures: [string, string, string?][] = [
    [t('import.report.rows'), formatNumber(summary.rows, locale)],
    [
      t(summary.dryRun ? 'import.report.wouldImport' : 'import.report.imported'),
      formatNumber(summary.imported, locale),
      'im-good',
    ],
    [
      t('import.report.rejected'),
      formatNumber(summary.rows - summary.imported, locale),
      summary.rows > summary.imported ? 'im-bad' : '',
    ],
    [t('import.report.notes'), formatNumber(totalOf(summary.notes), locale)],
    [t('import.report.filteredOut'), formatNumber(summary.filteredOut, locale)],
    [
      t('import.report.seconds'),
      t('import.report.secondsOf', { seconds: formatNumber(summary.seconds, locale, 1) }),
    ],
  ]
  return (
    <section className="im-figures">
      <h2 className="k-cut">
        {t(summary.dryRun ? 'import.report.ofDryRun' : 'import.report.ofImport', { file: summary.file })}
      </h2>
      <dl>
        {figures.map(([name, value, tone]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={tone}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Statuses({ summary }: { summary: ImportSummary }) {
  const { t, locale } = useWords()
  return (
    <table className="k-table">
      <thead>
        <tr>
          <th scope="col">{t('import.report.status')}</th>
          <th scope="col" className="k-num">
            {t('import.report.statusRead')}
          </th>
          <th scope="col" className="k-num">
            {t(summary.dryRun ? 'import.report.wouldImport' : 'import.report.statusKept')}
          </th>
        </tr>
      </thead>
      <tbody>
        {statusesOf(summary).map(({ status, read, kept }) => (
          <tr key={status}>
            <th scope="row">
              {status === 'unknown' ? statusWords(status, t) : <StatusMark state={status} />}
            </th>
            <td className="k-num">{formatNumber(read, locale)}</td>
            <td className="k-num">{formatNumber(kept, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const comparedKinds = ['new', 'changed', 'same', 'gone'] as const

/** What an earlier import of the same system makes of the rows; choosing a line shows its rows. */
function Comparison({ summary, filter, onFilter }: ReasonsProps) {
  const { t, locale } = useWords()
  const { compared } = summary
  if (!compared) return null
  return (
    <table className="k-table">
      <thead>
        <tr>
          <th scope="colgroup" colSpan={2}>
            {t('import.compared.title')}
          </th>
        </tr>
      </thead>
      <tbody>
        {comparedKinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">
              <button
                type="button"
                className="im-reason"
                aria-pressed={filter.kind === kind}
                onClick={() => onFilter({ kind, reason: null })}
              >
                <KindMark kind={kind} /> {t(`import.compared.${kind}`)}
              </button>
            </th>
            <td className="k-num">{formatNumber(compared[kind], locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const made = ['guests', 'bookings', 'roomNights', 'accounts', 'roomTypes'] as const

function Created({ summary }: { summary: ImportSummary }) {
  const { t, locale } = useWords()
  return (
    <table className="k-table">
      <thead>
        <tr>
          <th scope="colgroup" colSpan={2}>
            {t(summary.dryRun ? 'import.report.wouldCreate' : 'import.report.created')}
          </th>
        </tr>
      </thead>
      <tbody>
        {made.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`import.report.${name}`)}</th>
            <td className="k-num">{formatNumber(summary.created[name], locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type ReasonsProps = {
  summary: ImportSummary
  filter: FindingFilter
  onFilter: (filter: FindingFilter) => void
}

/** Each reason with its rows; choosing one shows those alone, choosing it again all. */
function Reasons({ summary, filter, onFilter }: ReasonsProps) {
  const { t, locale } = useWords()
  const reasons = reasonsOf(summary)
  if (reasons.length === 0) return null
  return (
    <table className="k-table">
      <thead>
        <tr>
          <th scope="col">{t('import.report.byReason')}</th>
          <th scope="col" className="k-num">
            {t('import.report.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ kind, reason, rows }) => (
          <tr key={`${kind} ${reason}`}>
            <th scope="row">
              <button
                type="button"
                className="im-reason"
                aria-pressed={filter.reason === reason}
                onClick={() => onFilter({ kind, reason: filter.reason === reason ? null : reason })}
              >
                <KindMark kind={kind} /> {reasonWords(reason, t)}
              </button>
            </th>
            <td className="k-num">{formatNumber(rows, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
