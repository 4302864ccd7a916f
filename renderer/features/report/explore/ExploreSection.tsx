import './explore.css'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { codeOf } from '#renderer/api/reply-error.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { useLocation } from '#renderer/base/route/route.tsx'
import { useWorkedOut, type WorkedOut } from '#renderer/parts/report/use-worked-out.ts'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { PaneKey } from '#renderer/ui/Panes.tsx'
import { checkExplore, type ExploreAsk, usualExplore } from '#shared/domain/report/explore/ask.ts'
import type { ExploreResult } from '#shared/domain/report/explore/explore.ts'
import type { Cell } from '#shared/domain/report/result.ts'
import { exploreText, headingText } from '#shared/i18n/explore-text.ts'
import { parameterActs } from '../acts.ts'
import { BehindPane } from '../BookingsPane.tsx'
import { FileTool } from '../FileTool.tsx'
import { PrintTool } from '../PrintTool.tsx'
import { ReportState } from '../ReportState.tsx'
import { exploreActs } from './acts.ts'
import { ExploreFields } from './ExploreFields.tsx'
import { PivotTable } from './PivotTable.tsx'
import { wordPivot } from './pivot-words.ts'
import { SavedTools } from './SavedTools.tsx'
import { useOpened } from './use-opened.ts'

/** A cell whose bookings are shown. */
type Behind = { row: number; column: number; at: { readonly [dimension: string]: Cell }; title: string }

/** A pivot over room-nights: what it is made of above, its table, and the bookings behind a cell below. */
export function Section() {
  const { t, language } = useWords()
  const [ask, setAsk] = useMemory<ExploreAsk>('explore', usualExplore)
  const [behind, setBehind] = useMemory<Behind | null>('explore-cell', null)
  const [isSaving, setSaving] = useState(false)
  const change = (next: ExploreAsk) => {
    setBehind(null)
    setAsk(next)
  }
  const saved = useOpened(ask, change)
  const checked = checkExplore(ask)
  const asOf = useLocation(({ query }) => query.asOf) ?? ''
  const asked = { ask, ...(asOf ? { asOf } : {}) }
  const file = { operation: 'explore.export', input: asked } as const
  const found = useWorkedOut('explore.run', asked, checked.ok)
  const fields = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const tools = useRef<HTMLSpanElement>(null)
  useActs(parameterActs, { parameters: () => fields.current?.querySelector<HTMLElement>('input')?.focus() })
  const goTo = (side: 'rows' | 'columns') =>
    fields.current?.querySelector<HTMLElement>(`[data-field="${side}"] input`)?.focus()
  const swap = () => change({ ...ask, rows: ask.columns, columns: ask.rows })
  useActs(exploreActs, {
    fields: () => goTo('rows'),
    columns: () => goTo('columns'),
    swap,
    save: () => setSaving(true),
    saved: () => tools.current?.querySelector<HTMLElement>('input')?.focus(),
    begin: () => saved.begin(),
  })
  const close = () => {
    setBehind(null)
    table.current?.focus({ preventScroll: true })
  }
  const pivot = (
    <Pane
      title={t('explore.title')}
      note={t('explore.about')}
      tools={
        <>
          <SavedTools toolsRef={tools} ask={ask} saved={saved} isSaving={isSaving} onSaving={setSaving} />
          <PrintTool ask={file} />
          <FileTool ask={file} />
        </>
      }
      scroll={false}
    >
      {!behind && (
        <ExploreFields
          ask={ask}
          asOf={asOf}
          taken={found.data?.period ?? null}
          fieldsRef={fields}
          onChange={change}
          onSwap={swap}
        />
      )}
      {behind && <p className="xp-asked k-quiet">{exploreText(ask, language)}</p>}
      <State ask={ask} found={found} />
      <Table found={found} behind={behind} onBehind={setBehind} tableRef={table} />
    </Pane>
  )
  return (
    <Rows heights={behind ? 'minmax(0, 11fr) minmax(0, 9fr)' : 'minmax(0, 1fr)'}>
      {pivot}
      {behind && (
        <PaneKey value={null}>
          <Bookings asked={asked} behind={behind} onClose={close} />
        </PaneKey>
      )}
    </Rows>
  )
}

type Found = WorkedOut<ExploreResult>

/** What keeps the pivot from being worked out, or how far that is. */
function State({ ask, found }: { ask: ExploreAsk; found: Found }) {
  const { t, language } = useWords()
  const checked = checkExplore(ask)
  if (!checked.ok) {
    const { why, what } = checked.refusal.params
    return (
      <Hint>
        {t(`explore.problem.${why}` as 'explore.problem.shape', {
          what: headingText(String(what), language),
        })}
      </Hint>
    )
  }
  const { failed } = found
  const code = failed && codeOf(failed)
  if (failed && 'refusal' in failed && (code === 'EXPLORE_TOO_LARGE' || code === 'EXPLORE_TOO_WIDE')) {
    const { params } = failed.refusal
    const dimension = headingText(String(params.dimension), language)
    return <Hint>{t(`explore.refusal.${code}`, { ...params, dimension })}</Hint>
  }
  return <ReportState found={found} operation="explore.run" />
}

function Hint({ children }: { children: string }) {
  return (
    <p className="k-trouble-line xp-hint" role="alert">
      {children}
    </p>
  )
}

type TableProps = {
  found: Found
  behind: Behind | null
  onBehind: (behind: Behind) => void
  tableRef: RefObject<HTMLTableElement | null>
}

function Table({ found, behind, onBehind, tableRef }: TableProps) {
  const { language, locale } = useWords()
  const { timeZone } = useHotel()
  const { data, previous } = found
  const worded = useMemo(() => {
    if (!data) return null
    const { names, hotel } = data
    return wordPivot(data, { language, locale, timeZone, currency: hotel.currency, names })
  }, [data, language, locale, timeZone])
  if (!data || !worded) return null
  const open = (row: number, column: number) => {
    const { heads, pivot } = data
    const head = pivot.columns[Math.floor(column / heads.measures.length)]
    const [down, across] = [pivot.rows[row]?.keys ?? [], head?.keys ?? []]
    const at = Object.fromEntries([
      ...down.map((key, place) => [heads.rows[place]?.key ?? '', key] as const),
      ...across.map((key, place) => [heads.columns[place]?.key ?? '', key] as const),
    ])
    const titles = [worded.rows[row]?.title, worded.figures[column]?.title].filter(Boolean)
    onBehind({ row, column, at, title: titles.join(' · ') })
  }
  return <PivotTable tableRef={tableRef} worded={worded} isStale={previous} opened={behind} onOpen={open} />
}

type BookingsProps = {
  asked: { ask: ExploreAsk; asOf?: string }
  behind: Behind
  onClose: () => void
}

function Bookings({ asked, behind: { at, title }, onClose }: BookingsProps) {
  const found = useQuery('explore.drill', { ...asked, at })
  return (
    <BehindPane
      found={found}
      operation="explore.drill"
      what={title}
      about={JSON.stringify(at)}
      onClose={onClose}
    />
  )
}
