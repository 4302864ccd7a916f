import type { T } from '#renderer/base/language.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { GuestMarks, GuestMarksHead } from '../../../parts/guest/GuestMarks.tsx'
import { GuestName } from '../../../parts/guest/GuestName.tsx'
import { Marked } from '../../../parts/guest/Marked.tsx'
import { coveredPhone, elsewhere, type GuestRow } from '../../../parts/guest/match.ts'
import { SimilarTag } from '../../../parts/guest/SimilarTag.tsx'
import { countryName } from '../../../parts/guest/words.ts'

/** How wide the list must be for what a clerk looks for last: names and telephones keep their room. */
const APART_PX = 860
const LAST_STAY_PX = 1000
const TAGS_PX = 1070

/** The columns of the guest list, in one order on every screen. */
export function guestColumns(t: T, locale: string, tierName: (code: string) => string): Column<GuestRow>[] {
  return [
    {
      key: 'name',
      head: t('guest.column.name'),
      width: 'minmax(180px, 2.2fr)',
      cell: (row) => <NameCell row={row} t={t} />,
    },
    {
      key: 'place',
      head: t('guest.column.place'),
      width: 'minmax(150px, 1fr)',
      cell: (row) => <PlaceCell row={row} t={t} />,
    },
    {
      key: 'alerts',
      head: t('guest.column.alerts'),
      width: '40px',
      from: APART_PX,
      cell: (row) => <GuestMarks alerts={row.alerts} />,
    },
    {
      key: 'requests',
      head: <span title={t('guest.column.requestsFull')}>{t('guest.column.requests')}</span>,
      width: '36px',
      from: APART_PX,
      figures: true,
      cell: (row) => row.openRequests > 0 && <b>{row.openRequests}</b>,
    },
    {
      key: 'marks',
      head: <GuestMarksHead />,
      width: '36px',
      below: APART_PX,
      cell: ({ alerts, openRequests }) => <GuestMarks alerts={alerts} openRequests={openRequests} />,
    },
    {
      key: 'tier',
      head: t('guest.column.tier'),
      width: 'minmax(72px, 110px)',
      cell: (row) => row.tier && tierName(row.tier),
    },
    {
      key: 'phone',
      head: t('guest.column.phone'),
      width: '128px',
      cell: (row) => <PhoneCell row={row} />,
    },
    {
      key: 'nationality',
      head: t('guest.column.nationality'),
      width: 'minmax(80px, 130px)',
      cell: (row) => countryName(row.nationality, locale),
    },
    {
      key: 'stays',
      head: t('guest.column.stays'),
      width: '56px',
      figures: true,
      cell: (row) => (row.stays > 0 ? row.stays : ''),
    },
    {
      key: 'lastStay',
      head: t('guest.column.lastStay'),
      width: '124px',
      from: LAST_STAY_PX,
      cell: (row) => row.lastStay && <DateText date={row.lastStay} />,
    },
    {
      key: 'tags',
      head: t('guest.column.tags'),
      width: 'minmax(60px, 1fr)',
      from: TAGS_PX,
      cell: (row) => <span className="k-quiet">{row.tags.join(' · ')}</span>,
    },
  ]
}

function NameCell({ row, t }: { row: GuestRow; t: T }) {
  const found = elsewhere(row)
  return (
    <>
      {row.similar ? (
        <span className="g-similar">
          <GuestName of={row} match={row.match} />
          <SimilarTag t={t} />
        </span>
      ) : (
        <GuestName of={row} match={row.match} />
      )}
      {found && (
        <span className="g-found">
          {/* The words before the text move what is to be marked */}
          <Marked
            text={t(`guest.match.${found.field}`, { text: found.text })}
            ranges={moved(
              found.ranges,
              t(`guest.match.${found.field}`, { text: found.text }).indexOf(found.text),
            )}
          />
        </span>
      )}
    </>
  )
}

function moved(ranges: [number, number][], by: number): [number, number][] {
  return by < 0 ? [] : ranges.map(([start, length]) => [start + by, length])
}

function PhoneCell({ row }: { row: GuestRow }) {
  const found = row.match?.field === 'phone' ? row.match : null
  const phone = found?.text ?? row.phone
  const ranges = found?.ranges ?? []
  return <Marked text={coveredPhone(phone, ranges)} ranges={ranges} />
}

function PlaceCell({ row, t }: { row: GuestRow; t: T }) {
  if (row.inHouse) {
    return (
      <span className="k-state">
        <Mark of="in-house" />
        {row.inHouseRoom ? (
          <>
            {t('common.room')} <RoomNumber>{row.inHouseRoom}</RoomNumber>
          </>
        ) : (
          t('guest.inHouse')
        )}
      </span>
    )
  }
  if (!row.nextArrival) return null
  return (
    <span className="k-state">
      <Mark of="confirmed" />
      <DateText date={row.nextArrival} />
    </span>
  )
}
