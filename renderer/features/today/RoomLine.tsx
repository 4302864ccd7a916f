import { useMay } from '#renderer/base/desk.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, Link } from '#renderer/base/route/route.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { NamesIn } from '../../parts/guest/NamesIn.tsx'
import { nameText } from '../../parts/guest/names.ts'
import { roomActs, stayActs } from './acts.ts'
import { type DayRow, roomSentence, roomStates } from './room-words.ts'

/** Where who is chosen comes or goes; null where neither is possible. */
function wayOf({ id, status }: DayRow): { act: 'checkIn' | 'checkOut'; to: string } | null {
  if (status === 'confirmed') return { act: 'checkIn', to: href(paths.checkIn, { id }) }
  return status === 'in-house' ? { act: 'checkOut', to: href(paths.checkOut, { id }) } : null
}

/** The room of the chosen row in words, with the other booking that has it. */
export function RoomLine({ row, businessDate }: { row: DayRow | undefined; businessDate: string }) {
  const { t, language, locale } = useWords()
  const by = row?.room?.by ?? null
  const to = by && href(paths.booking, { id: by.id })
  const may = useMay()
  const way = row && may('stay') ? wayOf(row) : null
  const goBy = (act: keyof typeof stayActs) => (way?.act === act ? go(way.to) : false)
  useActs(
    stayActs,
    { checkIn: () => goBy('checkIn'), checkOut: () => goBy('checkOut') },
    { on: way !== null },
  )
  useActs(roomActs, { other: () => to && go(to) }, { on: to !== null })
  return (
    <p className="k-day-room" aria-live="polite">
      {row && (
        <>
          <RoomNumber>{row.roomNumber ?? '—'}</RoomNumber>
          {row.room ? (
            roomStates({ ...row, room: row.room }).map((state) => <StatusMark key={state} state={state} />)
          ) : (
            <span className="k-quiet">{t('today.noRoom')}</span>
          )}
          {row.room && by && to && (
            <>
              <span className="k-cut">
                <NamesIn
                  text={t(roomSentence(row.room, businessDate), {
                    name: nameText(by, language, t),
                    date: formatDate(by.departure, locale, 'day'),
                  })}
                  names={[by]}
                />
              </span>
              <Link to={to} className="k-tool">
                {t('today.other')} <KeyHint keys={roomActs.other.key} />
              </Link>
            </>
          )}
          {way && (
            <Link to={way.to} className="k-tool">
              {t(`stay.act.${way.act}`)} <KeyHint keys={stayActs[way.act].key} />
            </Link>
          )}
        </>
      )}
    </p>
  )
}
