import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { DateTimeText, StayText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { PeopleView } from '#shared/domain/today/day-people.ts'

/** Who is behind a figure of the day, to be found by name, room or number. */
export function PeopleDrawer({ view, onClose }: { view: PeopleView; onClose: () => void }) {
  const { t } = useWords()
  const { data } = useQuery('today.read', { view })
  const [text, setText] = useState('')
  const typed = text.trim().toLowerCase()
  const rows = data?.rows.filter(({ guestName, guestLatinName, roomNumber, confirmationNo }) =>
    [guestName, guestLatinName, roomNumber ?? '', confirmationNo].some((one) =>
      one.toLowerCase().includes(typed),
    ),
  )
  return (
    <SideDrawer open title={t(`today.count.${view}`)} onClose={onClose}>
      <SearchField
        label={t('today.filterRows')}
        placeholder={t('today.filterRows')}
        value={text}
        onSearch={setText}
        onClear={() => setText('')}
      />
      {rows?.length === 0 && <EmptyState>{t('today.nobodyIn')}</EmptyState>}
      <ul className="k-day-people">
        {rows?.map((row) => (
          <li key={row.id}>
            <RoomNumber>{row.roomNumber ?? '—'}</RoomNumber>
            <Link to={href(paths.booking, { id: row.id })}>
              <GuestName of={row} />
            </Link>
            <StayText arrival={row.arrival} departure={row.departure} />
            {row.waitingSince && (
              <span>
                {t('today.waitingSince')} <DateTimeText moment={row.waitingSince} />
              </span>
            )}
            {row.alerts.map(({ text, blocks }) => (
              <span key={text} className="k-day-alert">
                <Mark of={blocks ? 'blocking' : 'warning'} /> {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </SideDrawer>
  )
}
