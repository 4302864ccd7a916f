import { Button, Select } from 'antd'
import { useMemo, useRef } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld, useMemory } from '#renderer/base/route/memory.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { addActs, rangeActs } from './acts.ts'
import { ReadOnlyNote } from './ReadOnlyNote.tsx'
import { RoomDrawer } from './RoomDrawer.tsx'
import { RoomRangeDrawer } from './RoomRangeDrawer.tsx'
import { filteredRooms, floorsOf } from './room-filter.ts'
import type { Room, RoomType, SectionProps } from './things.ts'

type Open = number | 'new' | 'range' | null

/** Rooms: up to some thousands, found by number, type and floor. */
export function RoomsSection({ editable }: SectionProps) {
  const { t, locale } = useWords()
  const rooms = useQuery('room.list', {})
  const types = useQuery('room.listTypes', {})
  const [text, setText] = useMemory('text', '')
  const [type, setType] = useMemory<number>('type', 0)
  const [floor, setFloor] = useMemory<number | null>('floor', null)
  const [open, setOpen] = useHeld<Open>('room:open', null)
  const list = useRef<HTMLDivElement>(null)
  const mayAdd = editable && (types.data?.length ?? 0) > 0
  useActs(
    { ...addActs, ...rangeActs },
    { add: () => setOpen('new'), addRange: () => setOpen('range') },
    { on: mayAdd },
  )
  const shown = useMemo(
    () => filteredRooms(rooms.data ?? [], { text, type, floor }),
    [rooms.data, text, type, floor],
  )
  const floors = useMemo(() => floorsOf(rooms.data ?? []), [rooms.data])
  const columns = useColumns(types.data)
  const edited = rooms.data?.find((room) => room.id === open)
  const close = () => {
    setOpen(null)
    list.current?.focus()
  }
  return (
    <Pane
      title={t('settings.section.rooms')}
      note={
        rooms.data &&
        t('settings.room.count', { count: shown.length, shown: formatNumber(shown.length, locale) })
      }
      scroll={false}
      tools={
        mayAdd && (
          <>
            <Button onClick={() => setOpen('new')}>
              {t('settings.room.add')} <KeyHint keys={addActs.add.key} />
            </Button>
            <Button onClick={() => setOpen('range')}>
              {t('settings.room.addRange')} <KeyHint keys={rangeActs.addRange.key} />
            </Button>
          </>
        )
      }
    >
      <ReadOnlyNote section="rooms" editable={editable} />
      <div className="s-bar">
        <SearchField
          label={t('settings.room.search')}
          value={text}
          onSearch={setText}
          onDown={() => list.current?.focus()}
          autoFocus
        />
        <Select
          className="s-type"
          aria-label={t('settings.key.type')}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          value={type}
          options={[
            { value: 0, label: t('settings.room.anyType') },
            ...(types.data ?? []).map((one) => ({ value: one.id as number, label: one.code })),
          ]}
          onSelect={(id: number) => setType(id)}
        />
        <Select
          className="s-floor"
          aria-label={t('settings.key.floor')}
          popupMatchSelectWidth={false}
          value={floor === null ? '' : String(floor)}
          options={[
            { value: '', label: t('settings.room.anyFloor') },
            ...floors.map((one) => ({
              value: String(one),
              label: t('settings.room.floorOf', { floor: one }),
            })),
          ]}
          onSelect={(one: string) => setFloor(one === '' ? null : Number(one))}
        />
      </div>
      {rooms.failed && !rooms.data && (
        <Trouble failed={rooms.failed} operation="room.list" onRetry={rooms.retry} />
      )}
      {rooms.loading && <RowSkeleton rows={14} />}
      {rooms.data && (
        <DataList
          label={t('settings.room.list')}
          rows={shown}
          columns={columns}
          rowKey={(row) => row.id}
          listRef={list}
          about={`${text} ${type} ${floor}`}
          {...(editable ? { onOpen: (row: Room) => setOpen(row.id) } : {})}
          empty={
            <Empty
              any={rooms.data.length > 0}
              mayAdd={mayAdd}
              editable={editable}
              onAdd={() => setOpen('range')}
            />
          }
        />
      )}
      {(open === 'new' || edited) && (
        <RoomDrawer key={open} room={edited} types={types.data ?? []} onClose={close} />
      )}
      {open === 'range' && (
        <RoomRangeDrawer rooms={rooms.data ?? []} types={types.data ?? []} onClose={close} />
      )}
    </Pane>
  )
}

type EmptyProps = { any: boolean; mayAdd: boolean; editable: boolean; onAdd: () => void }

function Empty({ any, mayAdd, editable, onAdd }: EmptyProps) {
  const { t } = useWords()
  if (any) return <EmptyState>{t('settings.room.nothing')}</EmptyState>
  if (mayAdd) {
    return (
      <EmptyState
        action={{ label: t('settings.room.range.title'), run: onAdd, keys: rangeActs.addRange.key }}
      >
        {t('settings.room.none')}
      </EmptyState>
    )
  }
  return <EmptyState>{t(editable ? 'settings.room.needType' : 'settings.room.none')}</EmptyState>
}

function useColumns(types: readonly RoomType[] | undefined): Column<Room>[] {
  const { t } = useWords()
  return useMemo(() => {
    const codes = new Map((types ?? []).map((type) => [type.id, type.code]))
    return [
      {
        key: 'number',
        head: t('settings.room.number'),
        width: '84px',
        cell: (row) => <RoomNumber>{row.number}</RoomNumber>,
      },
      {
        key: 'floor',
        head: t('settings.room.floor'),
        width: '56px',
        figures: true,
        cell: (row) => row.floor,
      },
      {
        key: 'type',
        head: t('settings.room.type'),
        width: '96px',
        cell: (row) => <span className="k-code">{codes.get(row.roomTypeId) ?? '—'}</span>,
      },
      {
        key: 'features',
        head: t('settings.room.features'),
        width: 'minmax(120px, 1fr)',
        cell: (row) => row.features.map((feature) => t(`booking.feature.${feature}`)).join(' · '),
      },
      {
        key: 'clean',
        head: t('settings.room.housekeeping'),
        width: '116px',
        cell: (row) => <StatusMark state={row.housekeeping} />,
      },
      {
        key: 'state',
        head: t('settings.room.state'),
        width: '128px',
        cell: (row) =>
          row.active ? (
            row.outOfService && <StatusMark state="out-of-service" />
          ) : (
            <span className="k-faint">{t('settings.inactive')}</span>
          ),
      },
    ]
  }, [t, types])
}
