import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { preferenceWords } from '#renderer/parts/guest/preference-words.ts'
import { requestWords } from '#renderer/parts/request/request-text.ts'
import { AlertBanner } from '#renderer/ui/AlertBanner.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { useSettled } from '#renderer/ui/use-settled.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'
import { alertLines } from '../../../parts/guest/alert-lines.ts'
import { GuestName } from '../../../parts/guest/GuestName.tsx'
import type { GuestRow } from '../../../parts/guest/match.ts'
import { inLanguage } from '../../../parts/guest/words.ts'
import { isToDo } from '../profile/request-words.ts'

/** The arrow keys may run through many rows: the profile is read once one stays. */
const REST_MS = 120

/** The selected guest at a glance, beside the list where there is room. */
export function Preview({ row }: { row: GuestRow | undefined }) {
  const { t } = useWords()
  const id = useSettled(row?.id, REST_MS)
  const { data } = useQuery(
    'guest.profile',
    { id: id ?? (1 as GuestId) },
    { on: id !== undefined, keep: true },
  )
  const shown = row && data && data.guest.id === row.id ? data : null
  return (
    <Pane title={row ? <GuestName of={row} /> : t('guest.search.preview')}>
      {shown && <Glance profile={shown} />}
    </Pane>
  )
}

function Glance({ profile }: { profile: OutputOf<'guest.profile'> }) {
  const { t, language, locale } = useWords()
  const { guest, asGuest, bookings, requests, memberships } = profile
  const open = requests.filter(isToDo)
  return (
    <>
      <AlertBanner label={t('guest.section.alerts')} alerts={alertLines(guest.alerts, t)} />
      <div className="g-glance">
        <Facts>
          {guest.contacts.map((contact) => (
            <Fact key={contact.id} name={t(`guest.contact.${contact.kind}`)}>
              {contact.value}
            </Fact>
          ))}
          {memberships.map((membership) => (
            <Fact key={membership.id} name={t('guest.section.loyalty')}>
              {inLanguage(membership.tier, language)} <span className="k-code">{membership.number}</span>
            </Fact>
          ))}
          <Fact name={t('guest.figure.stays')}>{formatNumber(asGuest.stays, locale)}</Fact>
          <Fact name={t('guest.figure.nights')}>{formatNumber(asGuest.nights, locale)}</Fact>
          <Fact name={t('guest.figure.roomRevenueMinor')}>
            <MoneyText minor={asGuest.roomRevenueMinor} sign />
          </Fact>
        </Facts>
      </div>
      {guest.preferences.length > 0 && (
        <Section title={t('guest.section.preferences')}>
          <p>{guest.preferences.map((preference) => preferenceWords(preference, t)).join(' · ')}</p>
        </Section>
      )}
      {open.length > 0 && (
        <Section title={t('guest.column.requestsFull')}>
          <ul>
            {open.map((request) => (
              <li key={request.id} className="g-line">
                <StatusMark state={request.status} markOnly />
                <span>{requestWords(request, t)}</span>
                <span className="k-quiet">
                  <DateText date={request.dueOn} style="day" />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('guest.section.stays')}>
        <ul>
          {bookings.slice(0, 8).map((booking) => (
            <li key={booking.id} className="g-line">
              <StatusMark state={booking.status} markOnly />
              <Link to={href(paths.booking, { id: booking.id })}>
                <DateText date={booking.arrival} />
              </Link>
              <span>{t('common.nights', { count: booking.nights })}</span>
              <RoomNumber>{booking.roomNumber ?? booking.roomTypeCode}</RoomNumber>
            </li>
          ))}
        </ul>
      </Section>
      {guest.notes.length > 0 && (
        <Section title={t('guest.section.notes')}>
          {guest.notes.slice(0, 3).map((note) => (
            <p key={note.id} className="g-note-text">
              {note.text}
            </p>
          ))}
        </Section>
      )}
    </>
  )
}
