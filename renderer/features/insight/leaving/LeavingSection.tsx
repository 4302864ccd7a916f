import './leaving.css'
import { useMemo, useRef } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { CsvButton } from '#renderer/parts/insight/CsvButton.tsx'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Columns, Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { useWide } from '#renderer/ui/use-wide.ts'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { GuestId } from '#shared/values/index.ts'
import { caseActs, leavingActs } from './acts.ts'
import { BackTest } from './BackTest.tsx'
import { CloseDrawer, OfferDrawer, SnoozeDrawer } from './CaseDrawers.tsx'
import { leavingColumns } from './columns.tsx'
import { FilterBar, type LeavingFilters } from './FilterBar.tsx'
import { GuestPane } from './GuestPane.tsx'
import { Results } from './Results.tsx'
import type { LeavingRow } from './reason.ts'
import { useCaseWork } from './use-case-work.ts'
import { useDownload } from './use-download.ts'

/** From this width on the chosen guest is shown beside the list; below it the pane is under it. */
const BESIDE_PX = 1150

const tabs = ['list', 'results', 'test'] as const

/** Guests who may be leaving: the list with what is done, what came of it, and how well the warning does. */
export function Section() {
  const { t } = useWords()
  const [tab, setTab] = useMemory<(typeof tabs)[number]>('leaving:tab', 'list')
  useActs(
    { list: leavingActs.list, results: leavingActs.results, test: leavingActs.test },
    { list: () => setTab('list'), results: () => setTab('results'), test: () => setTab('test') },
  )
  return (
    <div className="lv-section">
      <div className="lv-tabs k-usual" role="group" aria-label={t('insight.section.leaving')}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            className="k-chip"
            aria-pressed={tab === one}
            onClick={() => setTab(one)}
          >
            {t(`leaving.tab.${one}`)} <KeyHint keys={leavingActs[one].key} />
          </button>
        ))}
      </div>
      {tab === 'list' && <Leavers />}
      {tab === 'results' && <Results />}
      {tab === 'test' && <BackTest />}
    </div>
  )
}

const noFilters: LeavingFilters = { view: 'due', level: '', segment: '', owner: '', text: '' }

function asked({ view, level, segment, owner, text }: LeavingFilters) {
  return {
    view,
    text,
    ...(level === '' ? {} : { level }),
    ...(segment === '' ? {} : { segment }),
    ...(owner === '' ? {} : { owner }),
  }
}

function Leavers() {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const [filters, setFilters] = useMemory<LeavingFilters>('leaving:filters', noFilters)
  const [selected, setSelected] = useMemory<GuestId | null>('leaving:chosen', null)
  const found = useList('leaving.list', { ...asked(filters), limit: 100 }, { long: true })
  const list = useRef<HTMLDivElement>(null)
  const wide = useWide(BESIDE_PX)
  const columns = useMemo(() => leavingColumns(t, locale, currency), [t, locale, currency])
  const row = found.rows.find(({ guestId }) => guestId === selected) ?? found.rows[0]
  const work = useCaseWork(row, () => list.current?.focus())
  const file = useDownload(asked(filters))
  const toProfile = (one: LeavingRow | undefined) => one && go(href(paths.guest, { id: one.guestId }))
  useActs(caseActs, {
    takeOn: work.takeOn,
    snooze: () => work.open('snooze'),
    offer: () => work.open('offer'),
    close: () => work.open('close'),
  })
  useActs(
    { profile: leavingActs.profile, csv: leavingActs.csv },
    { profile: () => toProfile(row), csv: file.download },
  )
  return (
    <>
      <FilterBar
        filters={filters}
        onChange={(patch) => setFilters({ ...filters, ...patch })}
        onDown={() => list.current?.focus()}
      >
        <CsvButton run={file.download} disabled={file.running} />
      </FilterBar>
      {file.note && (
        <p className="k-quiet" role="status">
          {file.note}
        </p>
      )}
      <Columns widths={wide ? 'minmax(0, 1fr) minmax(320px, 25%)' : 'minmax(0, 1fr) minmax(260px, 34%)'}>
        <Pane scroll={false}>
          {found.failed && found.rows.length === 0 ? (
            <Trouble failed={found.failed} operation="leaving.list" onRetry={found.retry} />
          ) : found.loading ? (
            <RowSkeleton />
          ) : (
            <DataList
              label={t('insight.section.leaving')}
              memory="leaving"
              rows={found.rows}
              columns={columns}
              rowKey={({ guestId }) => guestId}
              listRef={list}
              autoFocus
              onOpen={toProfile}
              onSelect={({ guestId }) => setSelected(guestId)}
              more={found.more}
              loadMore={found.loadMore}
              onSeen={found.seen}
              about={JSON.stringify(asked(filters))}
              empty={<EmptyState>{t(`leaving.empty.${filters.view}`)}</EmptyState>}
            />
          )}
        </Pane>
        <GuestPane row={row} work={work} />
      </Columns>
      {row && work.act === 'snooze' && (
        <SnoozeDrawer key={row.guestId} row={row} onClose={work.closeDrawer} />
      )}
      {row && work.act === 'offer' && <OfferDrawer key={row.guestId} row={row} onClose={work.closeDrawer} />}
      {row && work.act === 'close' && <CloseDrawer key={row.guestId} row={row} onClose={work.closeDrawer} />}
    </>
  )
}
