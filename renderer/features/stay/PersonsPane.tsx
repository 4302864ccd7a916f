import { type ReactNode, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { actsFor, useActs } from '#renderer/base/keys/acts.ts'
import { type Scan, useScan } from '#renderer/base/keys/scan.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, Link } from '#renderer/base/route/route.tsx'
import { ReadDocument } from '#renderer/parts/device/ReadDocument.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { askActs, checkInActs, registerActs } from '#renderer/parts/stay/acts.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { fieldName, listText } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { type Asked, Asks, useConfirmation } from './Asks.tsx'
import { ConsentDrawer } from './ConsentDrawer.tsx'
import { ScannedPerson } from './ScannedPerson.tsx'
import { TypedDocument } from './TypedDocument.tsx'
import { type Registering, typedInput } from './use-registration.tsx'

type Persons = OutputOf<'stay.reviewCheckIn'>['persons']
type Props = {
  booking: OutputOf<'booking.get'>
  persons: Persons
  unnamed: number
  registering: Registering
  /** How many signed here. */
  signed: number
  onSign: () => void
  onShare: () => void
  onCard: () => void
}

/** Who is to sleep in the room, what the law still wants of each, and what each is asked. */
export function PersonsPane(props: Props) {
  const { booking, persons, unnamed, registering, signed, onSign, onShare, onCard } = props
  const { t, language } = useWords()
  const [scan, setScan] = useState<Scan | null>(null)
  useScan(setScan)
  const asks = useAsks(booking.id)
  return (
    <Pane
      title={t('stay.in.persons')}
      note={String(persons.length)}
      padded
      tools={
        <>
          <button type="button" className="k-tool" onClick={onCard}>
            {t('stay.in.card')} <KeyHint keys={checkInActs.card.key} />
          </button>
          <button type="button" className="k-tool" onClick={onSign}>
            {signed > 0 ? t('stay.in.signed', { count: signed }) : t('stay.in.sign')}{' '}
            <KeyHint keys={checkInActs.sign.key} />
          </button>
        </>
      }
    >
      {persons.map((person) => (
        <Person key={person.id} person={person} registering={registering}>
          {asks.of(person.id)}
        </Person>
      ))}
      <p className="k-usual">
        <button
          type="button"
          className="k-tool"
          onClick={() => go(href(paths.booking, { id: booking.id }, { do: 'guests' }))}
        >
          {t('stay.in.addGuest')} <KeyHint keys={checkInActs.guests.key} />
        </button>
        {booking.companions.length > 0 && (
          <button type="button" className="k-tool" onClick={onShare}>
            {t('stay.act.persons')} <KeyHint keys={checkInActs.persons.key} />
          </button>
        )}
      </p>
      {asks.trouble && (
        <p className="k-trouble-line" role="alert">
          {asks.trouble}
        </p>
      )}
      {registering.may && (
        <TypedDocument inputClass={typedInput} keys={registerActs.type.key} onRead={setScan} />
      )}
      <p className="k-quiet">
        <ReadDocument onScan={setScan} /> {t('stay.in.scanHint')}
      </p>
      {scan && (
        <ScannedPerson
          key={scan.text}
          scan={scan}
          booking={booking}
          persons={persons}
          unnamed={unnamed}
          onClose={() => setScan(null)}
        />
      )}
      {asks.asking && (
        <ConsentDrawer
          asked={asks.asking}
          name={nameOf(persons, asks.asking.guestId, language, t)}
          onClose={asks.end}
        />
      )}
      {unnamed > 0 && <p className="k-quiet">{t('stay.in.unnamed', { count: unnamed })}</p>}
    </Pane>
  )
}

/** What the guests are asked, and the keys for the first of them. */
function useAsks(bookingId: BookingId) {
  const { data } = useQuery('registration.asks', { bookingId })
  const { confirm, pending, trouble } = useConfirmation()
  const [asking, setAsking] = useState<Asked | null>(null)
  const told = data?.find((one) => one.told !== null)
  const open = data?.find(({ consents }) => consents.length > 0)
  useActs(actsFor(askActs, { told: told !== undefined, open: open !== undefined }), {
    still: () => told && confirm(told),
    consents: () => open && setAsking(open),
  })
  const of = (id: GuestId) => {
    const asked = data?.find(({ guestId }) => guestId === id)
    return asked ? (
      <Asks
        asked={asked}
        isToldFirst={asked === told}
        isOpenFirst={asked === open}
        pending={pending}
        onConfirm={() => confirm(asked)}
        onAsk={() => setAsking(asked)}
      />
    ) : null
  }
  return { of, trouble, asking, end: () => setAsking(null) }
}

function nameOf(persons: Persons, id: GuestId, language: Language, t: T): string {
  const person = persons.find((one) => one.id === id)
  return person ? nameText(person, language, t) : ''
}

type PersonProps = { person: Persons[number]; registering: Registering; children: ReactNode }

function Person({ person, registering, children }: PersonProps) {
  const { t, language } = useWords()
  const { required, missing } = person
  return (
    <div className="k-stay-person">
      <div className="k-stay-person-line">
        <Link to={href(paths.guest, { id: person.id })}>
          <GuestName of={person} />
        </Link>
        {person.minor && <span className="k-tag">{t('stay.in.minor')}</span>}
        {required && missing.length === 0 && (
          <span>
            <Mark of="yes" /> {t('stay.in.registered')}
          </span>
        )}
        {!required && <span className="k-quiet">{t('stay.in.notRequired')}</span>}
      </div>
      {required && missing.length > 0 && (
        <p>
          <Mark of="to-check" /> {t('stay.in.missing')}{' '}
          {listText(
            missing.map((field) => fieldName([field], language)),
            language,
          )}
        </p>
      )}
      {registering.may && (
        <p className="k-stay-ways">
          <button type="button" className="k-tool" onClick={() => registering.open('details', person.id)}>
            {t('stay.in.details')}{' '}
            {registering.firstOf('details') === person.id && <KeyHint keys={registerActs.details.key} />}
          </button>
          {person.minor && (
            <button type="button" className="k-tool" onClick={() => registering.open('sheet', person.id)}>
              {t('stay.in.sheet')}{' '}
              {registering.firstOf('sheet') === person.id && <KeyHint keys={registerActs.sheet.key} />}
            </button>
          )}
        </p>
      )}
      {person.alerts.map((alert) => (
        <p key={alert.text} className={alert.blocks ? 'k-trouble-line' : ''}>
          <Mark of="warning" /> {alert.text}
        </p>
      ))}
      {children}
    </div>
  )
}
