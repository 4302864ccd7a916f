import { type RefObject, useMemo, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { score } from '#renderer/base/find/match.ts'
import { pinyinWords } from '#renderer/base/find/pinyin.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { fireActs } from '#renderer/parts/house/acts.ts'
import { useHousePaper } from '#renderer/parts/house/use-house-paper.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { houseActs } from './acts.ts'
import type { InHouse } from './sections.ts'

type Props = { text: string; listRef: RefObject<HTMLDivElement | null> }

/** Who is in the house, by floor and room; do not disturb and incognito are set here. */
export function GuestsList({ text, listRef }: Props) {
  const { t } = useWords()
  const list = useQuery('house.guests', {})
  const columns = useMemo(() => guestColumns(t), [t])
  const [row, setRow] = useState<InHouse | undefined>(undefined)
  const { command: paper, print } = useHousePaper()
  const disturb = useCommand('house.setDoNotDisturb')
  const incognito = useCommand('house.setIncognito')
  const fire = () => void print('guests')
  const toggle = (of: 'doNotDisturb' | 'incognito') => {
    if (!row) return
    const input = { bookingId: row.bookingId, version: row.stayVersion, active: !row[of] }
    void (of === 'doNotDisturb' ? disturb : incognito).run(input)
  }
  const flags = { first: houseActs.first, second: houseActs.second }
  useActs(flags, { first: () => toggle('doNotDisturb'), second: () => toggle('incognito') })
  const rows = useMemo(() => found(list.data?.rows ?? [], text), [list.data, text])
  const trouble = disturb.trouble ?? incognito.trouble ?? paper.trouble
  const { data } = list
  return (
    <Pane
      title={t('house.section.guests')}
      note={data && t('house.sum', { rooms: data.rooms, persons: data.persons })}
      scroll={false}
      tools={
        <>
          <button type="button" className="k-tool" disabled={!row} onClick={() => toggle('doNotDisturb')}>
            {t('house.action.disturb')} <KeyHint keys={houseActs.first.key} />
          </button>
          <button type="button" className="k-tool" disabled={!row} onClick={() => toggle('incognito')}>
            {t('house.action.incognito')} <KeyHint keys={houseActs.second.key} />
          </button>
          <button type="button" className="k-tool" onClick={fire}>
            {t('house.action.fire')} <KeyHint keys={fireActs.fire.key} />
          </button>
        </>
      }
    >
      {trouble && (
        <p className="k-trouble-line k-padded" role="alert">
          {trouble}
        </p>
      )}
      {row?.incognito && <p className="house-say k-padded">{t('house.mark.incognitoSay')}</p>}
      {list.failed && <Trouble failed={list.failed} operation="house.guests" onRetry={list.retry} />}
      {list.loading && <RowSkeleton rows={8} />}
      {data && (
        <DataList
          label={t('house.section.guests')}
          memory="house-guests"
          rows={rows}
          columns={columns}
          rowKey={(one) => one.bookingId}
          listRef={listRef}
          autoFocus
          onActive={setRow}
          onOpen={(one) => go(href(paths.booking, { id: one.bookingId }))}
          about={text}
          empty={
            <EmptyState>
              {text.trim() === '' ? t('house.none.guests') : t('house.notFound', { text })}
            </EmptyState>
          }
        />
      )}
    </Pane>
  )
}

/** Rows with every word that is typed: names in either script or pinyin, the room's or the confirmation number. */
function found(rows: readonly InHouse[], text: string): readonly InHouse[] {
  const typed = text.trim().split(/\s+/).filter(Boolean)
  if (typed.length === 0) return rows
  return rows.filter((row) => {
    const names = [row, ...row.companions].flatMap((one) => [
      one.guestName,
      one.guestLatinName,
      ...pinyinWords(one.guestName),
    ])
    const entry = { id: '', words: [row.roomNumber ?? '', row.confirmationNo, ...names] }
    return typed.every((word) => score(entry, word) > 0)
  })
}

/** Who stays along: the first by name, the others counted, all of them in the tip; the card of each is one key further. */
function With({ companions }: Pick<InHouse, 'companions'>) {
  const { t, language } = useWords()
  const [first, ...others] = companions
  if (!first) return null
  const all = companions.map((one) => nameText(one, language, t)).join(language === 'zh' ? '、' : ', ')
  return (
    <span className="k-quiet house-with">
      <GuestName of={first} />
      {others[0] && (
        <span title={all} data-guest={others[0].guestId}>
          +{others.length}
          {others.slice(1).map((one) => (
            <span key={one.guestId} data-guest={one.guestId} />
          ))}
        </span>
      )}
    </span>
  )
}

function guestColumns(t: T): Column<InHouse>[] {
  return [
    {
      key: 'room',
      head: t('house.column.room'),
      width: '64px',
      cell: ({ roomNumber }) => (roomNumber ? <RoomNumber>{roomNumber}</RoomNumber> : '—'),
    },
    {
      key: 'guest',
      head: t('house.column.guest'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'with',
      head: t('house.column.with'),
      width: 'minmax(148px, 1fr)',
      from: 900,
      cell: ({ companions }) => <With companions={companions} />,
    },
    {
      key: 'persons',
      head: t('house.column.persons'),
      width: '48px',
      figures: true,
      cell: (row) => Math.max(row.adults + row.children + row.infants, 1 + row.companions.length),
    },
    {
      key: 'marks',
      head: t('house.column.marks'),
      width: '208px',
      cell: (row) => <Marks row={row} />,
    },
    {
      key: 'waiting',
      head: t('house.column.waiting'),
      width: '140px',
      from: 800,
      cell: ({ messages, parcels }) =>
        [
          messages > 0 && t('house.mark.messages', { count: messages }),
          parcels > 0 && t('house.mark.parcels', { count: parcels }),
        ]
          .filter(Boolean)
          .join(' · '),
    },
    {
      key: 'departure',
      head: t('house.column.departure'),
      width: '88px',
      cell: ({ departure }) => <DateText date={departure} style="day" />,
    },
  ]
}

function Marks({ row }: { row: InHouse }) {
  const { t } = useWords()
  return (
    <span className="house-marks">
      {row.needsHelp && (
        <span className="k-tag" title={t('house.mark.help')}>
          {t('house.paper.needsHelp')}
        </span>
      )}
      {row.doNotDisturb && <span className="k-tag">{t('house.mark.disturb')}</span>}
    </span>
  )
}
