import { useMemo } from 'react'
import { type T, useWords } from '#renderer/base/language.ts'
import { titledAs } from '#renderer/parts/folio/folio-view.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText, StayText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { View } from './views.ts'

export type FolioRow = OutputOf<'folio.list'>['rows'][number]

/** The columns of a list of folios. */
export function useFolioColumns(view: View): Column<FolioRow>[] {
  const { t } = useWords()
  return useMemo(() => [...whoColumns(t), ...whenColumns(t, view), ...moneyColumns(t)], [t, view])
}

function whoColumns(t: T): Column<FolioRow>[] {
  return [
    {
      key: 'room',
      head: t('folioScreen.column.room'),
      width: '72px',
      cell: (row) =>
        row.roomNo ? <RoomNumber>{row.roomNo}</RoomNumber> : <span className="k-code">{row.code}</span>,
    },
    {
      key: 'title',
      head: t('folioScreen.column.name'),
      width: 'minmax(120px, 2fr)',
      cell: (row) => <GuestName of={titledAs(row)} />,
    },
    {
      key: 'kind',
      head: t('folioScreen.column.kind'),
      width: '112px',
      cell: (row) =>
        row.bookingStatus ? (
          <StatusMark state={row.bookingStatus} />
        ) : (
          <span className="k-quiet">{t(`folioScreen.kind.${row.kind}`)}</span>
        ),
    },
  ]
}

function whenColumns(t: T, view: View): Column<FolioRow>[] {
  return [
    {
      key: 'number',
      head: t('folioScreen.column.number'),
      width: '88px',
      from: 720,
      cell: (row) => <span className="k-code">{row.confirmationNo}</span>,
    },
    {
      key: 'stay',
      head: t('folioScreen.column.stay'),
      width: '190px',
      from: 860,
      cell: (row) =>
        row.arrival && row.departure ? (
          <StayText arrival={row.arrival} departure={row.departure} style="day" />
        ) : null,
    },
    {
      key: 'date',
      head: t(view === 'closed' ? 'folioScreen.column.closed' : 'folioScreen.column.opened'),
      width: '96px',
      from: 960,
      cell: (row) => (
        <DateText date={(view === 'closed' ? row.closedOn : row.openedOn) ?? row.openedOn} style="day" />
      ),
    },
  ]
}

function moneyColumns(t: T): Column<FolioRow>[] {
  return [
    {
      key: 'marks',
      head: t('field.name.status'),
      width: '88px',
      cell: (row) =>
        row.skippedOn ? (
          <span className="k-tag fo-skipped">{t('folioScreen.skipped')}</span>
        ) : row.status === 'closed' ? (
          <span className="k-tag">{t('folioScreen.status.closed')}</span>
        ) : null,
    },
    {
      key: 'held',
      head: t('folioScreen.column.held'),
      width: '96px',
      figures: true,
      from: 640,
      cell: (row) => (row.heldMinor === 0 ? '' : <MoneyText minor={row.heldMinor} />),
    },
    {
      key: 'balance',
      head: t('folioScreen.column.balance'),
      width: '112px',
      figures: true,
      cell: (row) => (
        <b>
          <MoneyText minor={row.balanceMinor} />
        </b>
      ),
    },
  ]
}
