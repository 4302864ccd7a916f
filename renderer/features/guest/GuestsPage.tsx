import './guest.css'
import './list/list.css'
import { type KeyboardEvent, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type ListState, readAhead, useList } from '#renderer/api/use-list.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld, useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { getLocation, go, type ScreenProps, setQuery } from '#renderer/base/route/route.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DataList } from '#renderer/ui/DataList.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { lazyAntd, whenIdle } from '#renderer/ui/lazy-antd.tsx'
import { Columns, Pane } from '#renderer/ui/Pane.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { useWide } from '#renderer/ui/use-wide.ts'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { GuestId } from '#shared/values/index.ts'
import type { GuestRow } from '../../parts/guest/match.ts'
import { emptyGuest, guestFromSearch, type NewGuest } from '../../parts/guest/typed-guest.ts'
import { inLanguage } from '../../parts/guest/words.ts'
import { listActs } from './acts.ts'
import { guestColumns } from './list/columns.tsx'
import { FilterBar } from './list/FilterBar.tsx'
import { type Filters, firstInput, pageLimit, searchInput } from './list/filters.ts'
import { Nobody } from './list/Nobody.tsx'
import { Preview } from './list/Preview.tsx'
import { changeFilters, useFilters } from './list/use-filters.ts'

/** From this width on the selected guest is shown beside the list. */
const PREVIEW_PX = 1680

/** What is above and below the list at its usual width: bar, search, filters and status line. */
const AROUND_LIST_PX = 145

const NewGuestDrawer = lazyAntd(async () => (await import('./list/NewGuest.tsx')).NewGuestDrawer)

/** Begins to read the list that the page will show at this address. */
export function ahead({ query }: ScreenProps): Promise<void> {
  return readAhead('guest.search', firstInput(query, getLocation().typed))
}

/** Guests: type, arrow down, Enter. */
export function Page({ query }: ScreenProps<typeof paths.guests>) {
  const { t, locale } = useWords()
  const filters = useFilters(query)
  const [limit] = useState(pageLimit)
  const found = useList('guest.search', { ...searchInput(filters), limit }, { long: true })
  const [selected, setSelected] = useMemory<GuestId | null>('list:selected', null)
  const list = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const wide = useWide(PREVIEW_PX)
  useEffect(() => whenIdle(() => void NewGuestDrawer.preload()), [])
  const active = found.rows.find((row) => row.id === selected) ?? found.rows[0]
  const open = (row: GuestRow) => go(href(paths.guest, { id: row.id }))
  const toSearch = useCallback(
    () => page.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
    [],
  )
  // A name that finds nobody is the new guest’s; one that finds somebody was only looked for
  const inVain = found.head?.total === 0 && !found.previous
  const [adding, setAdding] = useNewGuest(query)
  const add = () => setAdding(inVain ? guestFromSearch(filters.text) : emptyGuest)
  const enter = useEnterWhenFresh(found, active, open)
  useActs(listActs, { newGuest: add })
  const about = JSON.stringify(searchInput(filters))
  const known = useRef(about)
  if (known.current !== about) {
    known.current = about
    if (selected !== null) setSelected(null)
  }
  return (
    <div className="g-page" ref={page}>
      <Columns widths={wide ? 'minmax(0, 1fr) 400px' : 'minmax(0, 1fr)'}>
        <Pane scroll={false}>
          <h1 className="k-hidden">{t('guest.title')}</h1>
          <div className="g-search-bar" onKeyDownCapture={enter}>
            <SearchField
              label={t('guest.search.label')}
              placeholder={t('guest.search.placeholder')}
              value={filters.text}
              onSearch={(text) => changeFilters({ text })}
              onDown={() => list.current?.focus()}
              autoFocus
            />
            <Total found={found} />
            <NewGuestButton
              named={inVain && found.rows.length > 0 ? filters.text.trim() : ''}
              onClick={add}
            />
          </div>
          <FilterBar filters={filters} onChange={changeFilters} onChosen={toSearch} />
          <Found
            found={found}
            filters={filters}
            about={about}
            list={list}
            onOpen={open}
            onSelect={(row) => setSelected(row.id)}
            onAdd={add}
            locale={locale}
          />
        </Pane>
        {wide && <Preview row={active} />}
      </Columns>
      {adding && (
        <Suspense fallback={null}>
          <NewGuestDrawer
            start={adding}
            onOpen={() => {
              if (getLocation().path !== paths.guests) go(paths.guests)
              setAdding(adding)
            }}
            onClose={() => {
              setAdding(null)
              requestAnimationFrame(toSearch)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

/** The new guest who is being entered; the palette comes here with one whom it did not find. */
function useNewGuest(query: ScreenProps<typeof paths.guests>['query']) {
  const [adding, setAdding] = useHeld<NewGuest | null>('list:adding', null)
  useEffect(() => {
    if (query.new === undefined) return
    setAdding(guestFromSearch(getLocation().typed.text ?? ''))
    setQuery({ new: undefined })
  }, [query.new, setAdding])
  return [adding, setAdding] as const
}

/** `named`: what was typed, where similar names stand below and an empty list can't offer it. */
function NewGuestButton({ named, onClick }: { named: string; onClick: () => void }) {
  const { t } = useWords()
  return (
    <Button onClick={onClick}>
      <span className="g-new-named">
        {named === '' ? t('guest.new.open') : t('guest.search.newNamed', { text: named })}
      </span>{' '}
      <KeyHint keys={listActs.newGuest.key} />
    </Button>
  )
}

type List = ListState<'guest.search'>

/**
 * Enter in the search field opens the marked row. Typed faster than the answer came, it waits for that answer: it
 * never opens a row of an earlier text.
 */
function useEnterWhenFresh(found: List, active: GuestRow | undefined, open: (row: GuestRow) => void) {
  const [waiting, setWaiting] = useState(false)
  const fresh = !found.loading && !found.previous
  const act = useRef(open)
  act.current = open
  useEffect(() => {
    if (!waiting || !fresh) return
    setWaiting(false)
    // Nobody unseen whose name is only similar
    if (active && !active.similar) act.current(active)
  }, [waiting, fresh, active])
  return (event: KeyboardEvent) => {
    const inSearch = event.target instanceof HTMLInputElement && event.target.type === 'search'
    if (!inSearch || isComposing(event)) return
    if (event.key !== 'Enter') return setWaiting(false)
    event.preventDefault()
    event.stopPropagation()
    if (!fresh) setWaiting(true)
    else if (active) open(active)
  }
}

function Total({ found }: { found: List }) {
  const { t, locale } = useWords()
  if (!found.head) return null
  const { total, capped } = found.head
  const shown = formatNumber(total, locale) + (capped ? '+' : '')
  const similar = found.rows.filter((row) => row.similar).length
  const words =
    similar === 0
      ? t('guest.search.total', { count: total, shown })
      : t(total === 0 ? 'guest.search.onlySimilar' : 'guest.search.withSimilar', { shown, similar })
  return (
    <span className="g-total k-quiet" role="status" aria-busy={found.previous}>
      {words}
    </span>
  )
}

type FoundProps = {
  found: List
  filters: Filters
  about: string
  list: React.RefObject<HTMLDivElement | null>
  onOpen: (row: GuestRow) => void
  onSelect: (row: GuestRow) => void
  onAdd: () => void
  locale: string
}

function Found({ found, filters, about, list, onOpen, onSelect, onAdd, locale }: FoundProps) {
  const { t, language } = useWords()
  const tiers = useQuery('guest.filters', {}).data?.tiers
  const columns = useMemo(() => {
    const names = new Map(tiers?.map((tier) => [tier.code, inLanguage(tier, language)]))
    return guestColumns(t, locale, (code) => names.get(code) ?? code)
  }, [t, locale, tiers, language])
  if (found.failed && !found.head)
    return <Trouble failed={found.failed} operation="guest.search" onRetry={found.retry} />
  if (found.loading) return <RowSkeleton rows={18} />
  return (
    <DataList
      label={t('guest.search.list')}
      rows={found.rows}
      columns={columns}
      rowKey={(row) => row.id}
      height={window.innerHeight - AROUND_LIST_PX}
      onOpen={onOpen}
      onSelect={onSelect}
      more={found.more}
      loadMore={found.loadMore}
      onSeen={found.seen}
      listRef={list}
      about={about}
      empty={<Nobody filters={filters} onAdd={onAdd} />}
    />
  )
}
