import { useMemo, useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { StayText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { allActs, blockActs } from './acts.ts'
import type { Block, Day, NotSettled, Way } from './block.ts'

type Props = {
  day: Day
  blocks: readonly Block[]
  /** What the last act could not do, with the reason. */
  failed: readonly NotSettled[]
  onSettle: (way: Way, blocks: readonly Block[]) => void
}

/** Arrivals that did not come and departures that did not leave, with what can be done about each and about all. */
export function Blocks({ day, blocks, failed, onSettle }: Props) {
  const { t } = useWords()
  const columns = useBlockColumns()
  const [at, setAt] = useState<Block | undefined>()
  const one = at ? [at] : []
  useActs(blockActs, {
    noShow: () => onSettle('no-show', one),
    move: () => onSettle('move', one),
    extend: () => onSettle('extend', one),
    checkOut: () => onSettle('check-out', one),
  })
  useActs(allActs, {
    noShowAll: () => onSettle('no-show', blocks),
    moveAll: () => onSettle('move', blocks),
    extendAll: () => onSettle('extend', blocks),
    checkOutAll: () => onSettle('check-out', blocks),
  })
  const totals = { arrival: day.arrivalsTotal, departure: day.departuresTotal }
  const words = { arrival: 'auditScreen.arrivals', departure: 'auditScreen.departures' } as const
  const shown = blocks.length
  const total = day.arrivalsTotal + day.departuresTotal
  return (
    <Pane
      main
      title={t('auditScreen.blocks')}
      note={total > shown ? t('auditScreen.more', { shown, total }) : undefined}
      scroll={false}
      tools={<Ways at={at} blocks={blocks} onSettle={onSettle} />}
    >
      {failed.length > 0 && (
        <div className="au-failed" role="alert">
          <b>{t('auditScreen.failed')}</b>
          <ul>
            {failed.map(({ row, problem }) => (
              <li key={row.id}>
                <GuestName of={row} />: {problem}
              </li>
            ))}
          </ul>
        </div>
      )}
      <DataList
        label={t('auditScreen.blocks')}
        memory="blocks"
        rows={blocks}
        columns={columns}
        rowKey={({ row }) => row.id}
        onActive={setAt}
        onOpen={({ row }) => go(href(paths.booking, { id: row.id }))}
        above={(block, before) =>
          before?.kind === block.kind ? [] : [t(words[block.kind], { count: totals[block.kind] })]
        }
        autoFocus
        empty={<EmptyState>{t('auditScreen.blocksNone')}</EmptyState>}
      />
    </Pane>
  )
}

/** What is done about the row, and about all that are like it. */
function Ways({ at, blocks, onSettle }: Pick<Props, 'blocks' | 'onSettle'> & { at: Block | undefined }) {
  const { t } = useWords()
  if (!at) return null
  const ways: readonly (readonly [Way, keyof typeof blockActs, keyof typeof allActs])[] =
    at.kind === 'arrival'
      ? [
          ['no-show', 'noShow', 'noShowAll'],
          ['move', 'move', 'moveAll'],
        ]
      : [
          ['extend', 'extend', 'extendAll'],
          ['check-out', 'checkOut', 'checkOutAll'],
        ]
  return (
    <>
      {ways.map(([way, one, all]) => (
        <span key={way} className="au-way">
          <button type="button" className="k-tool" onClick={() => onSettle(way, [at])}>
            {t(blockActs[one].label)} <KeyHint keys={blockActs[one].key} />
          </button>
          <button
            type="button"
            className="k-tool"
            title={t(allActs[all].label)}
            onClick={() => onSettle(way, blocks)}
          >
            {t('auditScreen.all')} <KeyHint keys={allActs[all].key} />
          </button>
        </span>
      ))}
    </>
  )
}

function useBlockColumns(): Column<Block>[] {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  return useMemo(() => {
    const money = (minor: number) => formatMoney(minor, currency as never, locale, true)
    return [...whoColumns(t), ...moneyColumns(t, money)]
  }, [t, locale, currency])
}

function whoColumns(t: T): Column<Block>[] {
  return [
    {
      key: 'room',
      head: t('auditScreen.column.room'),
      width: '64px',
      cell: ({ row }) =>
        row.roomNumber ? (
          <RoomNumber>{row.roomNumber}</RoomNumber>
        ) : (
          <span className="k-code k-quiet">{row.roomTypeCode}</span>
        ),
    },
    {
      key: 'guest',
      head: t('auditScreen.column.guest'),
      width: 'minmax(120px, 2fr)',
      cell: ({ row }) => <GuestName of={row} />,
    },
    {
      key: 'status',
      head: t('auditScreen.column.status'),
      width: '112px',
      from: 620,
      cell: ({ row }) => <StatusMark state={row.status} />,
    },
    {
      key: 'stay',
      head: t('auditScreen.column.stay'),
      width: '190px',
      from: 760,
      cell: ({ row }) => <StayText arrival={row.arrival} departure={row.departure} style="day" />,
    },
  ]
}

function moneyColumns(t: T, money: (minor: number) => string): Column<Block>[] {
  return [
    {
      key: 'guarantee',
      head: t('auditScreen.column.guarantee'),
      width: 'minmax(96px, 1fr)',
      from: 880,
      cell: ({ kind, row }) =>
        kind === 'arrival' ? (
          <span className="k-quiet">
            {t(`booking.guarantee.${row.guarantee}` as 'booking.guarantee.none')} {row.expectedTime}
          </span>
        ) : null,
    },
    {
      key: 'fee',
      head: t('auditScreen.column.fee'),
      width: '170px',
      figures: true,
      cell: ({ kind, minor }) => {
        if (kind === 'departure') return minor ? t('auditScreen.owes', { amount: money(minor) }) : null
        return minor ? (
          t('auditScreen.feeIf', { amount: money(minor) })
        ) : (
          <span className="k-quiet">{t('auditScreen.noFee')}</span>
        )
      },
    },
  ]
}
