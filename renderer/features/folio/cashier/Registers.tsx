import { useMemo } from 'react'
import { useList } from '#renderer/api/use-list.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { ShiftId } from '#shared/values/index.ts'

type Deposit = OutputOf<'deposit.list'>['rows'][number]
type Hold = OutputOf<'hold.list'>['rows'][number]
type Voucher = OutputOf<'voucher.list'>['rows'][number]
type Shift = OutputOf<'shift.list'>['rows'][number]

function holderColumns<R extends { folio: Deposit['folio'] }>(t: T): Column<R>[] {
  return [
    {
      key: 'room',
      head: t('cashierScreen.room'),
      width: '64px',
      cell: ({ folio }) => folio.roomNo && <RoomNumber>{folio.roomNo}</RoomNumber>,
    },
    {
      key: 'guest',
      head: t('cashierScreen.guest'),
      width: 'minmax(120px, 1fr)',
      cell: ({ folio }) => <GuestName of={{ name: folio.title, latinName: folio.latinTitle }} />,
    },
  ]
}

function depositColumns(t: T, language: 'en' | 'zh'): Column<Deposit>[] {
  return [
    {
      key: 'slip',
      head: t('cashierScreen.slip'),
      width: '150px',
      cell: (row) => <span className="k-code">{row.slipNo}</span>,
    },
    ...holderColumns<Deposit>(t),
    {
      key: 'kind',
      head: t('cashierScreen.kind'),
      width: '90px',
      cell: (row) => t(`cashierScreen.depositKind.${row.kind}`),
    },
    {
      key: 'taken',
      head: t('cashierScreen.takenOn'),
      width: '110px',
      cell: (row) => <DateText date={row.takenOn} />,
    },
    {
      key: 'way',
      head: t('cashierScreen.way'),
      width: '110px',
      cell: (row) => (language === 'zh' ? row.codeNameZh : row.codeNameEn),
    },
    {
      key: 'lost',
      head: t('field.name.status'),
      width: '80px',
      cell: (row) => row.slipLost && <span className="cashier-off">{t('cashierScreen.lost')}</span>,
    },
    {
      key: 'held',
      head: t('cashierScreen.held'),
      width: '110px',
      cell: (row) => <MoneyText minor={row.heldMinor} />,
    },
  ]
}

/** Deposits and 押金, the oldest first, with their sums as the ledger has them. */
export function Deposits() {
  const { t, language } = useWords()
  const list = useList('deposit.list', { limit: 100 })
  const columns = useMemo(() => depositColumns(t, language), [t, language])
  if (list.failed) return <Trouble failed={list.failed} operation="deposit.list" onRetry={list.retry} />
  if (list.loading) return <RowSkeleton />
  const totals = list.head?.totals
  return (
    <div className="cashier-register">
      {totals && (
        <p className="cashier-sums">
          {t('cashierScreen.depositKind.deposit')} <MoneyText minor={totals.deposit.heldMinor} sign /> ·{' '}
          {t('cashierScreen.depositKind.key')} <MoneyText minor={totals.key.heldMinor} sign />
        </p>
      )}
      <DataList
        label={t('cashierScreen.register.deposits')}
        rows={list.rows}
        columns={columns}
        rowKey={(row) => row.id}
        more={list.more}
        loadMore={list.loadMore}
        empty={<EmptyState>{t('cashierScreen.empty.deposits')}</EmptyState>}
        memory="deposits"
      />
    </div>
  )
}

function holdColumns(t: T): Column<Hold>[] {
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
      cell: (row) => <span className="k-code">{[row.brand, row.lastFour].filter(Boolean).join(' ')}</span>,
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
      cell: (row) => <MoneyText minor={row.amountMinor} />,
    },
  ]
}

/** Pre-authorisations, those that expire first at the top. */
export function Holds() {
  const { t } = useWords()
  const holds = useQuery('hold.list', {})
  const columns = useMemo(() => holdColumns(t), [t])
  if (holds.failed) return <Trouble failed={holds.failed} operation="hold.list" onRetry={holds.retry} />
  if (!holds.data) return <RowSkeleton />
  return (
    <DataList
      label={t('cashierScreen.register.holds')}
      rows={holds.data.rows}
      columns={columns}
      rowKey={(row) => row.id}
      empty={<EmptyState>{t('cashierScreen.empty.holds')}</EmptyState>}
      memory="holds"
    />
  )
}

function voucherColumns(t: T): Column<Voucher>[] {
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
      cell: (row) => <MoneyText minor={row.amountMinor} />,
    },
    {
      key: 'left',
      head: t('cashierScreen.left'),
      width: '110px',
      cell: (row) => <MoneyText minor={row.leftMinor} />,
    },
  ]
}

/** Vouchers that are worth something still. */
export function Vouchers() {
  const { t } = useWords()
  const list = useList('voucher.list', { limit: 100 })
  const columns = useMemo(() => voucherColumns(t), [t])
  if (list.failed) return <Trouble failed={list.failed} operation="voucher.list" onRetry={list.retry} />
  if (list.loading) return <RowSkeleton />
  return (
    <DataList
      label={t('cashierScreen.register.vouchers')}
      rows={list.rows}
      columns={columns}
      rowKey={(row) => row.id}
      more={list.more}
      loadMore={list.loadMore}
      empty={<EmptyState>{t('cashierScreen.empty.vouchers')}</EmptyState>}
      memory="vouchers"
    />
  )
}

function shiftColumns(t: T): Column<Shift>[] {
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
      cell: (row) => <MoneyText minor={row.floatMinor} />,
    },
    {
      key: 'over',
      head: t('cashierScreen.over'),
      width: '110px',
      cell: (row) => (
        <span className={row.overMinor ? 'cashier-off' : ''}>
          <MoneyText minor={row.overMinor} />
        </span>
      ),
    },
  ]
}

/** Shifts; Enter shows the report of one that was counted. */
export function Shifts({ onOpen }: { onOpen: (id: ShiftId) => void }) {
  const { t } = useWords()
  const list = useList('shift.list', { limit: 100 })
  const columns = useMemo(() => shiftColumns(t), [t])
  if (list.failed) return <Trouble failed={list.failed} operation="shift.list" onRetry={list.retry} />
  if (list.loading) return <RowSkeleton />
  return (
    <DataList
      label={t('cashierScreen.register.shifts')}
      rows={list.rows}
      columns={columns}
      rowKey={(row) => row.id}
      more={list.more}
      loadMore={list.loadMore}
      onOpen={(row) => row.expectedMinor !== null && onOpen(row.id)}
      empty={<EmptyState>{t('cashierScreen.empty.shifts')}</EmptyState>}
      memory="shifts"
    />
  )
}
