import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import type { paths } from '#renderer/base/route/paths.ts'
import { type ScreenProps, setQuery } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { TierTag } from '#renderer/parts/loyalty/TierTag.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type WantedStep, wantedTypes } from '#shared/domain/housekeeping/forecast.ts'
import { addDays, type BusinessDate, parseBusinessDate } from '#shared/values/index.ts'
import { forecastActs } from '../acts.ts'
import '../housekeeping.css'

type Forecast = OutputOf<'housekeeping.forecast'>
type Row = Forecast['rows'][number]

/** What must be ready by when for whom, on a day of one's choice; of guests without a room, how many of which type. */
export function Page({ query }: ScreenProps<typeof paths.housekeepingForecast>) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const day = parseBusinessDate(query.date ?? '')
  const date = day && day > businessDate ? day : businessDate
  const { data, failed, retry } = useQuery('housekeeping.forecast', { date }, { keep: true })
  const show = (to: BusinessDate) => setQuery({ date: to > businessDate ? to : undefined })
  const step = { next: () => show(addDays(date, 1)), previous: () => show(addDays(date, -1)) }
  useActs(forecastActs, step)
  const columns = useMemo(() => columnsOf(t), [t])
  if (failed) return <Trouble failed={failed} operation="housekeeping.forecast" onRetry={retry} />
  return (
    <Rows heights="auto minmax(0, 1fr)">
      <div className="hk-bar">
        <button type="button" className="k-tool" disabled={date <= businessDate} onClick={step.previous}>
          {t('housekeeping.forecast.previous')} <KeyHint keys={forecastActs.previous.key} />
        </button>
        <b>
          <DateText date={date} />
        </b>
        <button type="button" className="k-tool" onClick={step.next}>
          {t('housekeeping.forecast.next')} <KeyHint keys={forecastActs.next.key} />
        </button>
        {data && <Wanted forecast={data} isToday={date === businessDate} />}
      </div>
      <Pane main title={t('housekeeping.forecast.title')} scroll={false}>
        {!data && <RowSkeleton rows={10} />}
        {data && (
          <DataList
            label={t('housekeeping.forecast.title')}
            rows={data.rows}
            columns={columns}
            rowKey={(row) => row.bookingId}
            autoFocus
            about={date}
            empty={<EmptyState>{t('housekeeping.forecast.none')}</EmptyState>}
          />
        )}
      </Pane>
    </Rows>
  )
}

/** “STD: 2 by 14:00, 5 in all; 3 ready”, for each type of which rooms are wanted without a number. */
function Wanted({ forecast, isToday }: { forecast: Forecast; isToday: boolean }) {
  const { t } = useWords()
  const free = new Map(forecast.free.map(({ roomTypeCode, rooms }) => [roomTypeCode, rooms]))
  return wantedTypes(forecast.rows).map(({ roomTypeCode, steps }) => (
    <span key={roomTypeCode}>
      <b>{roomTypeCode}</b> {steps.map((one) => stepText(one, t)).join(' · ')}
      {isToday && (
        <span className="k-quiet">
          {' '}
          {t('housekeeping.forecast.free', { count: free.get(roomTypeCode) ?? 0 })}
        </span>
      )}
    </span>
  ))
}

function stepText({ time, waiting, rooms }: WantedStep, t: T): string {
  if (waiting) return t('housekeeping.forecast.now', { count: rooms })
  if (time === null) return t('housekeeping.forecast.inAll', { count: rooms })
  return t('housekeeping.forecast.by', { count: rooms, time })
}

function columnsOf(t: T): Column<Row>[] {
  return [
    {
      key: 'time',
      head: t('housekeeping.column.time'),
      width: '64px',
      cell: (row) => <span className="k-num">{row.expectedTime ?? '—'}</span>,
    },
    {
      key: 'room',
      head: t('housekeeping.column.room'),
      width: '64px',
      cell: (row) => (row.roomNumber ? <RoomNumber>{row.roomNumber}</RoomNumber> : '—'),
    },
    {
      key: 'type',
      head: t('housekeeping.column.type'),
      width: '56px',
      cell: (row) => row.roomTypeCode,
    },
    {
      key: 'state',
      head: t('housekeeping.column.state'),
      width: 'minmax(112px, 1fr)',
      cell: (row) => row.state && <StatusMark state={row.state} />,
    },
    {
      key: 'arrival',
      head: t('housekeeping.column.arrival'),
      width: 'minmax(120px, 2fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'persons',
      head: t('housekeeping.forecast.persons'),
      width: '64px',
      cell: (row) => <span className="k-num">{row.persons}</span>,
    },
    {
      key: 'notes',
      head: t('housekeeping.column.notes'),
      width: 'minmax(140px, 2fr)',
      from: 700,
      cell: (row) => <Notes row={row} />,
    },
  ]
}

function Notes({ row }: { row: Row }) {
  const { t } = useWords()
  return (
    <span className="hk-cell">
      <TierTag tier={row.tier} />
      {row.ready && <span className="k-quiet">{t('housekeeping.ready')}</span>}
      {!row.ready && row.arrivedAt && <b className="hk-shut">{t('housekeeping.note.waiting')}</b>}
      {row.leaves && <span className="k-quiet">{t('housekeeping.forecast.leaves')}</span>}
    </span>
  )
}
