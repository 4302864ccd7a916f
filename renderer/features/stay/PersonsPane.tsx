import { useState } from 'react'
import { sentenceOf } from '#renderer/api/reply-error.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type Scan, useScan } from '#renderer/base/keys/scan.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, Link } from '#renderer/base/route/route.tsx'
import { useReader } from '#renderer/parts/device/use-reader.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { ScannedDocument } from '#renderer/parts/registration/ScannedDocument.tsx'
import { checkInActs, readerActs } from '#renderer/parts/stay/acts.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { fieldName, listText } from '#shared/i18n/index.ts'

type Persons = OutputOf<'stay.reviewCheckIn'>['persons']
type Props = {
  booking: OutputOf<'booking.get'>
  persons: Persons
  unnamed: number
  signed: boolean
  onSign: () => void
  onCard: () => void
}

/** Who is to sleep in the room, what the law still wants of each, and what must be known of them. */
export function PersonsPane({ booking, persons, unnamed, signed, onSign, onCard }: Props) {
  const { t, language } = useWords()
  const [scan, setScan] = useState<Scan | null>(null)
  // A document that is scanned is of the first guest of whom something is missing
  const next = persons.find(({ required, missing }) => required && missing.length > 0) ?? persons[0]
  useScan(setScan)
  const reader = useReader(setScan)
  useActs(reader.has ? readerActs : {}, reader.has ? { read: reader.read } : {})
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
            {t(signed ? 'stay.in.signed' : 'stay.in.sign')} <KeyHint keys={checkInActs.sign.key} />
          </button>
          <button
            type="button"
            className="k-tool"
            onClick={() => go(href(paths.booking, { id: booking.id }, { do: 'guests' }))}
          >
            {t('stay.in.addGuest')} <KeyHint keys={checkInActs.guests.key} />
          </button>
        </>
      }
    >
      {persons.map((person) => (
        <Person key={person.id} person={person} />
      ))}
      <p className="k-quiet">
        {reader.has && (
          <button type="button" className="k-tool" disabled={reader.reading} onClick={reader.read}>
            {t('device.read')} <KeyHint keys={readerActs.read.key} />
          </button>
        )}{' '}
        <span role="status">{t(reader.reading ? 'device.reading' : 'stay.in.scanHint')}</span>
      </p>
      {reader.failed && (
        <p className="k-trouble-line" role="alert">
          {sentenceOf(reader.failed, language, 'device.readDocument')} {t('device.goOn')}
        </p>
      )}
      {scan && next && <ScannedDocument scan={scan} guestId={next.id} onClose={() => setScan(null)} />}
      {unnamed > 0 && <p className="k-quiet">{t('stay.in.unnamed', { count: unnamed })}</p>}
    </Pane>
  )
}

function Person({ person }: { person: Persons[number] }) {
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
      {person.alerts.map((alert) => (
        <p key={alert.text} className={alert.blocks ? 'k-trouble-line' : ''}>
          <Mark of="warning" /> {alert.text}
        </p>
      ))}
    </div>
  )
}
