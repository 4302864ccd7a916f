/** The columns of what the hotel holds for its guests, and of its shifts. */
import type { T } from '#renderer/base/language.ts'
import { titledAs } from '#renderer/parts/folio/folio-view.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { CardBrand } from '#shared/domain/folio/card.ts'

export type Deposit = OutputOf<'deposit.list'>['rows'][number]
export type Hold = OutputOf<'hold.list'>['rows'][number]
export type Voucher = OutputOf<'voucher.list'>['rows'][number]
export type Shift = OutputOf<'shift.list'>['rows'][number]

function holderColumns<R extends { folio: Deposit['folio'] }>(t: T): Column<R>[] {
  return [
    {
      key: 'room',
      head: t('cashierScreen.room'),
      width: '52px',
      cell: ({ folio }) => folio.roomNo && <RoomNumber>{folio.roomNo}</RoomNumber>,
    },
    {
      key: 'guest',
      head: t('cashierScreen.guest'),
      width: 'minmax(120px, 1fr)',
      cell: ({ folio }) => <GuestName of={titledAs(folio)} />,
    },
  ]
}

export function depositColumns(t: T, language: 'en' | 'zh'): Column<Deposit>[] {
  return [
    {
      key: 'slip',
      head: t('cashierScreen.slip'),
      width: '128px',
      cell: (row) => <span className="k-code">{row.slipNo}</span>,
    },
    ...holderColumns<Deposit>(t),
    {
      key: 'kind',
      head: t('cashierScreen.kind'),
      width: '84px',
      cell: (row) => t(`cashierScreen.depositKind.${row.kind}`),
    },
    {
      key: 'taken',
      head: t('cashierScreen.takenOn'),
      width: '116px',
      cell: (row) => <DateText date={row.takenOn} />,
    },
    {
      key: 'way',
      head: t('cashierScreen.way'),
      width: '92px',
      from: 860,
      cell: (row) => (language === 'zh' ? row.codeNameZh : row.codeNameEn),
    },
    {
      key: 'lost',
      head: t('field.name.status'),
      width: '64px',
      cell: (row) => row.slipLost && <span className="cashier-off">{t('cashierScreen.lost')}</span>,
    },
    {
      key: 'held',
      head: t('cashierScreen.held'),
      width: '96px',
      figures: true,
      cell: (row) => <MoneyText minor={row.heldMinor} />,
    },
  ]
}

export function holdColumns(t: T): Column<Hold>[] {
  return [
    {
      key: 'expires',
      head: t('cashierScreen.expires'),
      width: '130px',
      cell: (row) => (
        <span className={row.expired ? 'cashier-off' : ''}>
          <DateText date={row.expiresOn} />
        </span>
      ),
    },
    ...holderColumns<Hold>(t),
    {
      key: 'card',
      head: t('cashierScreen.card'),
      width: '150px',
      cell: ({ brand, lastFour }) => (
        <>
          {brand && t(`folioScreen.brand.${brand as CardBrand}`)}{' '}
          {lastFour && <span className="k-code">···{lastFour}</span>}
        </>
      ),
    },
    {
      key: 'approval',
      head: t('cashierScreen.approval'),
      width: '110px',
      cell: (row) => <span className="k-code">{row.approval}</span>,
    },
    {
      key: 'amount',
      head: t('cashierScreen.amount'),
      width: '110px',
      figures: true,
      cell: (row) => <MoneyText minor={row.amountMinor} />,
    },
  ]
}

export function voucherColumns(t: T): Column<Voucher>[] {
  return [
    {
      key: 'number',
      head: t('cashierScreen.number'),
      width: 'minmax(140px, 1fr)',
      cell: (row) => <span className="k-code">{row.number}</span>,
    },
    {
      key: 'sold',
      head: t('cashierScreen.soldOn'),
      width: '120px',
      cell: (row) => <DateText date={row.soldOn} />,
    },
    {
      key: 'expires',
      head: t('cashierScreen.expires'),
      width: '120px',
      cell: (row) =>
        row.expiresOn && (
          <span className={row.expired ? 'cashier-off' : ''}>
            <DateText date={row.expiresOn} />
          </span>
        ),
    },
    {
      key: 'amount',
      head: t('cashierScreen.amount'),
      width: '110px',
      figures: true,
      cell: (row) => <MoneyText minor={row.amountMinor} />,
    },
    {
      key: 'left',
      head: t('cashierScreen.left'),
      width: '110px',
      figures: true,
      cell: (row) => <MoneyText minor={row.leftMinor} />,
    },
  ]
}

export function shiftColumns(t: T): Column<Shift>[] {
  return [
    {
      key: 'day',
      head: t('cashierScreen.day'),
      width: '120px',
      cell: (row) => <DateText date={row.businessDate} />,
    },
    { key: 'who', head: t('cashierScreen.who'), width: 'minmax(120px, 1fr)', cell: (row) => row.userName },
    {
      key: 'since',
      head: t('cashierScreen.since'),
      width: '150px',
      cell: (row) => <DateTimeText moment={row.openedAt} />,
    },
    {
      key: 'closed',
      head: t('cashierScreen.closedAt'),
      width: '150px',
      cell: (row) =>
        row.closedAt ? <DateTimeText moment={row.closedAt} /> : <b>{t('cashierScreen.isOpen')}</b>,
    },
    {
      key: 'float',
      head: t('cashierScreen.float'),
      width: '100px',
      figures: true,
      cell: (row) => <MoneyText minor={row.floatMinor} />,
    },
    {
      key: 'over',
      head: t('cashierScreen.over'),
      width: '110px',
      figures: true,
      cell: (row) => (
        <span className={row.overMinor ? 'cashier-off' : ''}>
          <MoneyText minor={row.overMinor} />
        </span>
      ),
    },
  ]
}
