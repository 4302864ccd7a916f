import { useEffect, useMemo, useRef } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { useScroller } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { ReportChart } from '#renderer/parts/report/ReportChart.tsx'
import { ReportTable, type TablePlace } from '#renderer/parts/report/ReportTable.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import type { ReportResult, Table } from '#shared/domain/report/result.ts'
import type { WordedReport, WordedTable } from '#shared/i18n/report-text.ts'
import { type Drill, partsOf } from './drill.ts'

type Props = {
  result: ReportResult
  worded: WordedReport
  drill: Drill | null
  onDrill: (drill: Drill | null) => void
  /** It answers what was asked before; the next answer is on its way. */
  stale: boolean
}

/** What a report found: its sentence, its drawings, its tables, then why figures are missing and how each is defined. */
export function ReportBody({ result, worded, drill, onDrill, stale }: Props) {
  const [scroller, setScroller] = useScroller()
  const first = useRef<HTMLTableElement>(null)
  useEffect(() => {
    // A report that was just opened is gone through by its rows, unless somebody is at something else already
    const at = document.activeElement
    if (at === null || at === document.body || at.id === 'main') first.current?.focus({ preventScroll: true })
  }, [])
  const definitions = useMemo(
    () => new Map(worded.definitions.map(({ key, text }) => [key, text])),
    [worded.definitions],
  )
  const { t } = useWords()
  const open = (table: Table, shown: WordedTable, place: TablePlace) => {
    const to = bookingIn(table, place)
    if (to !== null) return go(to)
    const title = place === 'total' ? t('reportText.total') : partsTitle(table, shown, place)
    onDrill({ table: table.key, place, row: partsOf(table, place), title })
  }
  const dayTable = result.tables.find(({ columns }) => columns[0]?.kind === 'date')
  const openDay = (day: string) => {
    const at = dayTable?.rows.findIndex((row) => row[dayTable.columns[0]?.key ?? ''] === day) ?? -1
    const shown = worded.tables.find(({ key }) => key === dayTable?.key)
    if (dayTable && shown && at >= 0) open(dayTable, shown, at)
  }
  return (
    <div ref={setScroller} className="k-scroll rp-body" aria-busy={stale}>
      {worded.says && <p className="rp-says">{worded.says}</p>}
      <div className="rp-charts">
        {worded.charts.map((chart) => (
          <ReportChart
            key={`${chart.table} ${chart.says}`}
            chart={chart}
            currency={worded.currency}
            onDay={dayTable?.bookings ? openDay : undefined}
          />
        ))}
      </div>
      {worded.tables.map((shown, at) => {
        const table = result.tables[at] as Table
        const opens = table.bookings !== undefined || table.columns.some(({ kind }) => kind === 'booking')
        return (
          <ReportTable
            key={shown.key}
            table={shown}
            label={`${worded.title}: ${shown.heading}`}
            scroller={scroller}
            definitions={definitions}
            onOpen={opens ? (place) => open(table, shown, place) : undefined}
            totalOpens={table.bookings === 'rows-and-total'}
            opened={drill?.table === shown.key ? drill.place : null}
            hints={at === 0 && <Hints opens={opens} />}
            {...(at === 0 ? { tableRef: first } : {})}
          />
        )
      })}
      <Explained worded={worded} />
    </div>
  )
}

/** Why figures are missing, and how each is defined. */
function Explained({ worded }: { worded: WordedReport }) {
  const { t } = useWords()
  return (
    <>
      {worded.notes.length > 0 && (
        <Section title={t('reportScreen.notes')}>
          <ul className="rp-notes">
            {worded.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Section>
      )}
      {worded.definitions.length > 0 && (
        <Section title={t('reportScreen.definitions')}>
          <dl className="rp-definitions">
            {worded.definitions.map(({ key, heading, text }) => (
              <div key={key}>
                <dt>{heading}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  )
}

function Hints({ opens }: { opens: boolean }) {
  const { t } = useWords()
  return (
    <>
      <span>
        <KeyHint keys="←" />
        <KeyHint keys="→" /> {t('reportScreen.hint.column')}
      </span>
      <span>
        <KeyHint keys={sortKey} /> {t('reportScreen.hint.sort')}
      </span>
      {opens && (
        <span>
          <KeyHint keys="Enter" /> {t('reportScreen.hint.bookings')}
        </span>
      )}
    </>
  )
}

const sortKey = 'Space'

/** Where the row of a single booking leads. */
function bookingIn({ columns, rows }: Table, place: TablePlace): string | null {
  if (place === 'total') return null
  const column = columns.find(({ kind }) => kind === 'booking')
  const id = column && rows[place]?.[column.key]
  return id === undefined || id === null ? null : href(paths.booking, { id })
}

/** What a row counts, in words: `Deluxe, 7 Mar 2026`. */
function partsTitle(table: Table, shown: WordedTable, place: number): string {
  return table.columns
    .flatMap(({ dimension }, at) => (dimension ? [shown.rows[place]?.[at]?.text ?? ''] : []))
    .join(', ')
}
