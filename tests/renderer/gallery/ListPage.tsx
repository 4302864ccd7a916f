import { useMemo, useRef } from 'react'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps, setQuery } from '#renderer/base/route/route.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { StayText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'

const states = ['confirmed', 'in-house', 'checked-out', 'cancelled', 'no-show', 'waitlisted', 'enquiry']
const names = [
  '张伟 Zhang Wei',
  '王芳 Wang Fang',
  'Maria Silva',
  'John Smith',
  '欧阳娜娜 Ouyang Nana',
  '佐藤 健 Satō Ken',
]
const rows = Array.from({ length: 5000 }, (_, index) => ({
  id: index + 1,
  name: names[index % names.length] ?? '',
  number: `KR${String(100000 + index)}`,
  room: String(101 + (index % 400)),
  state: states[index % states.length] ?? '',
  minor: 38_800 + index * 131,
}))

/** Outside of the component: the same array each time. */
const columns: readonly Column<(typeof rows)[number]>[] = [
  {
    key: 'no',
    head: 'Number',
    width: '90px',
    cell: (row) => <span className="k-code">{row.number}</span>,
  },
  { key: 'name', head: 'Guest', width: 'minmax(140px, 2fr)', cell: (row) => <b>{row.name}</b> },
  { key: 'state', head: 'State', width: '130px', cell: (row) => <StatusMark state={row.state} /> },
  {
    key: 'stay',
    head: 'Stay',
    width: '250px',
    cell: () => <StayText arrival="2026-03-02" departure="2026-03-05" />,
  },
  {
    key: 'room',
    head: 'Room',
    width: '60px',
    cell: (row) => <span className="k-code">{row.room}</span>,
  },
  {
    key: 'sum',
    head: 'CNY',
    width: '100px',
    figures: true,
    cell: (row) => <MoneyText minor={row.minor} />,
  },
]

export function Page({ query }: ScreenProps<typeof paths.guests>) {
  const list = useRef<HTMLDivElement>(null)
  const text = query.text ?? ''
  const found = useMemo(
    () => rows.filter((row) => row.name.toLowerCase().includes(text.toLowerCase())),
    [text],
  )
  return (
    <Pane
      main
      title="Bookings"
      note={`${found.length}`}
      scroll={false}
      tools={
        <SearchField
          label="Search"
          autoFocus
          value={text}
          onSearch={(next) => setQuery({ text: next })}
          onDown={() => list.current?.focus()}
        />
      }
    >
      <DataList
        label="Bookings"
        listRef={list}
        rows={found}
        rowKey={(row) => row.id}
        onOpen={(row) => go(href(paths.guest, { id: row.id }))}
        empty={
          <EmptyState action={{ label: 'New booking', run: () => undefined, keys: 'F7' }}>
            No booking fits.
          </EmptyState>
        }
        columns={columns}
      />
    </Pane>
  )
}
