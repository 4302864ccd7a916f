import { useMemo, useRef } from 'react'
import { useTurning } from '#renderer/api/use-turning.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, setQuery, setTyped, useLocation } from '#renderer/base/route/route.tsx'
import { useQueue } from '#renderer/parts/stay/use-queue.ts'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { PeopleView } from '#shared/domain/today/day-people.ts'
import { peopleActs, sortActs, stayActs, waitingActs } from './acts.ts'
import { peopleColumns } from './people-columns.tsx'
import {
  findPeople,
  nextSorting,
  type PeopleSort,
  type PersonRow,
  type Sorting,
  sortingBy,
  sortPeople,
} from './people-rows.ts'

/** What each list of Today is sorted by. */
const namedActs = { name: sortActs.name, room: sortActs.room }

type Props = { view: PeopleView; onClose: () => void }

/** Who is behind a figure of the day, sorted by its columns and found by name, room or number. */
export function PeopleDrawer({ view, onClose }: Props) {
  const { t } = useWords()
  return (
    <SideDrawer open title={t(`today.count.${view}`)} onClose={onClose} width={640}>
      <People key={view} view={view} />
    </SideDrawer>
  )
}

/** Within the drawer: its keys are those of the drawer. */
function People({ view }: Pick<Props, 'view'>) {
  const { t } = useWords()
  const { data, failed, retry } = useTurning('today.read', { view })
  const queue = useQueue()
  const list = useRef<HTMLDivElement>(null)
  const active = useRef<PersonRow | undefined>(undefined)
  const text = useLocation(({ typed }) => typed.find ?? '')
  const asked = useLocation(({ query }) => query.by)
  const sorting = useMemo(() => sortingBy(asked, view), [asked, view])
  const rows = useMemo(() => data && sortPeople(findPeople(data.rows, text), sorting), [data, text, sorting])
  const columns = useMemo(() => {
    const waitingOf = ({ id }: PersonRow) => queue.find((one) => one.id === id)
    return peopleColumns({ t, view, sorting, onSort: (by) => sortBy(sorting, by), waitingOf })
  }, [t, view, sorting, queue])
  usePeopleKeys(view, sorting, active)
  return (
    <div className="k-day-people">
      <SearchField
        label={t('today.filterRows')}
        value={text}
        autoFocus
        onSearch={(find) => setTyped({ find })}
        onClear={() => setTyped({ find: '' })}
        onDown={() => list.current?.focus()}
      />
      {failed && !data && <Trouble failed={failed} operation="today.read" onRetry={retry} />}
      {!failed && !data && <RowSkeleton rows={6} />}
      {rows && (
        <DataList
          label={t(`today.count.${view}`)}
          memory={`people-${view}`}
          rows={rows}
          columns={columns}
          rowKey={(row) => `${row.id} ${row.guestId}`}
          listRef={list}
          about={text}
          onActive={(row) => {
            active.current = row
          }}
          onOpen={({ id }) => go(href(paths.booking, { id }))}
          empty={<EmptyState>{text === '' ? t('today.nobodyIn') : t('today.notFound', { text })}</EmptyState>}
        />
      )}
      <p className="k-quiet">
        {t('today.sort')} {t('today.column.guest')} <KeyHint keys={sortActs.name.key} /> ·{' '}
        {t('today.column.room')} <KeyHint keys={sortActs.room.key} /> · {t('today.column.arrival')}{' '}
        <KeyHint keys={peopleActs.arrival.key} /> · {t('today.column.departure')}{' '}
        <KeyHint keys={peopleActs.departure.key} />
        {view === 'queue' && (
          <>
            {' '}
            · {t('today.column.waiting')} <KeyHint keys={waitingActs.waiting.key} />
          </>
        )}
      </p>
    </div>
  )
}

/** The list by another column, or the same the other way round, at an address of its own. */
function sortBy(sorting: Sorting, by: PeopleSort): void {
  setQuery({ by: nextSorting(sorting, by) })
}

/** Sorts by a column, and checks in whose row is chosen. */
function usePeopleKeys(
  view: PeopleView,
  sorting: Sorting,
  active: { readonly current: PersonRow | undefined },
): void {
  const may = useMay()
  const sort = (by: PeopleSort) => () => sortBy(sorting, by)
  useActs(namedActs, { name: sort('name'), room: sort('room') })
  useActs(peopleActs, { arrival: sort('arrival'), departure: sort('departure') })
  useActs(waitingActs, { waiting: sort('waiting') }, { on: view === 'queue' })
  const comes = view === 'queue' || view === 'due-in' || view === 'rooms-not-ready' || view === 'no-shows'
  useActs(
    { checkIn: stayActs.checkIn },
    { checkIn: () => active.current && go(href(paths.checkIn, { id: active.current.id })) },
    { on: comes && may('stay') },
  )
}
