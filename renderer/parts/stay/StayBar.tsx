import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { actsFor, namesOf, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { KeysDrawer } from '#renderer/parts/device/KeysDrawer.tsx'
import { useDeskDevices } from '#renderer/parts/device/use-desk-devices.ts'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { stayBarActs } from './acts.ts'
import { FeedbackDrawer, FeedbackText } from './Feedback.tsx'
import { MoveDrawer } from './MoveDrawer.tsx'
import { PersonsDrawer } from './PersonsDrawer.tsx'
import { TakeBackDrawer } from './TakeBackDrawer.tsx'
import './stay.css'

type Booking = OutputOf<'booking.get'>
type Stay = OutputOf<'stay.get'>

type Props = {
  booking: Booking
  /** Keys that were asked for at check-in: they are made at once. */
  keys?: number | null
  onKeysDone?: () => void
}

/** What a desk does with most of them. */
const mainActs: readonly (keyof typeof stayBarActs)[] = ['checkIn', 'checkOut', 'takeBack']

/** Where a guest is by the record of the stay, and what may be done with it, on a line; nothing before the day of arrival. */
export function StayBar(props: Props) {
  const { data: stay } = useQuery('stay.get', { id: props.booking.id })
  const isOf = stay && (stay.allowed.length > 0 || stay.checkedInAt !== null)
  return isOf ? <Bar {...props} stay={stay} /> : null
}

function Bar({ booking, stay, keys = null, onKeysDone }: Props & { stay: Stay }) {
  const { t } = useWords()
  const [moving, setMoving] = useState(false)
  const [noting, setNoting] = useState(false)
  const [encoding, setEncoding] = useState(false)
  const [sharing, setSharing] = useState(false)
  const [takingBack, setTakingBack] = useState(false)
  const { encoder } = useDeskDevices()
  const { id, version } = booking
  const queue = useCommand('stay.noteArrival')
  const reverseIn = useCommand('stay.reverseCheckIn')
  const reverseOut = useCommand('stay.reverseCheckOut', { done: reversedWords })
  const { encode, persons, ...others } = actsFor(stayBarActs, stay)
  const acts = {
    ...others,
    ...(persons && booking.companions.length > 0 ? { persons } : {}),
    ...(encode && encoder !== '' ? { encode } : {}),
  }
  const runs = {
    checkIn: () => go(href(paths.checkIn, { id })),
    queue: () => queue.run({ id, version, waits: stay.arrivedAt === null }),
    checkOut: () => go(href(paths.checkOut, { id })),
    move: () => setMoving(true),
    takeBack: () => setTakingBack(true),
    persons: () => setSharing(true),
    encode: () => setEncoding(true),
    reverseCheckIn: () => reverseIn.run({ id, version }),
    reverseCheckOut: () => reverseOut.run({ id, version }),
    feedback: () => setNoting(true),
  }
  useActs(acts, runs)
  const trouble = queue.trouble ?? reverseIn.trouble ?? reverseOut.trouble
  return (
    <>
      <div className="k-stay-bar">
        <StayFacts stay={stay} status={booking.status} />
        {trouble && (
          <span className="k-trouble-line" role="alert">
            {trouble}
          </span>
        )}
        <div className="k-stay-acts" role="toolbar" aria-label={t('stay.actions')}>
          {namesOf(acts).map((name) => (
            <button
              key={name}
              type="button"
              className={`k-tool${mainActs.includes(name) ? ' k-stay-main' : ''}`}
              title={t(stayBarActs[name].label)}
              onClick={() => void runs[name]()}
            >
              {t(name === 'queue' && stay.arrivedAt ? 'stay.act.unqueue' : `stay.act.${name}`)}{' '}
              <KeyHint keys={stayBarActs[name].key} />
            </button>
          ))}
        </div>
      </div>
      {(encoding || keys !== null) && encoder !== '' && stay.roomNumber && (
        <KeysDrawer
          bookingId={id}
          room={stay.roomNumber}
          now={keys}
          onClose={() => {
            setEncoding(false)
            onKeysDone?.()
          }}
        />
      )}
      {takingBack && <TakeBackDrawer booking={booking} onClose={() => setTakingBack(false)} />}
      {sharing && <PersonsDrawer booking={booking} onClose={() => setSharing(false)} />}
      {noting && <FeedbackDrawer bookingId={id} onClose={() => setNoting(false)} />}
      {moving && <MoveDrawer booking={booking} stay={stay} onClose={() => setMoving(false)} />}
    </>
  )
}

/** The guest is back; a room that housekeeping saw to meanwhile is not as the guest left it. */
function reversedWords(language: Language, { roomLeft }: OutputOf<'stay.reverseCheckOut'>): string {
  if (!roomLeft) return words(language, 'stay.done.reverseCheckOut')
  const state = words(language, `shell.mark.${roomLeft.housekeeping}`)
  return words(language, 'stay.reversedRoom', { room: roomLeft.number, state })
}

function StayFacts({ stay, status }: { stay: Stay; status: Booking['status'] }) {
  const { t } = useWords()
  const { checkedInAt, checkedInBy, checkedOutAt, checkedOutBy, arrivedAt } = stay
  return (
    <>
      {status === 'confirmed' && arrivedAt === null && <span className="k-quiet">{t('stay.notCome')}</span>}
      {status === 'confirmed' && arrivedAt !== null && (
        <span>
          <Mark of="warning" /> {t('stay.waitsSince')} <DateTimeText moment={arrivedAt} />
        </span>
      )}
      {checkedInAt !== null && (
        <span>
          {t('stay.cameAt')} <DateTimeText moment={checkedInAt} />{' '}
          {checkedInBy && <span className="k-quiet">{t('stay.by', { name: checkedInBy })}</span>}
        </span>
      )}
      {checkedOutAt !== null && (
        <span>
          {t('stay.wentAt')} <DateTimeText moment={checkedOutAt} />{' '}
          {checkedOutBy && <span className="k-quiet">{t('stay.by', { name: checkedOutBy })}</span>}
        </span>
      )}
      {status === 'in-house' && stay.roomNumber && (
        <span>
          {t('stay.inRoom')} <RoomNumber>{stay.roomNumber}</RoomNumber>
          {stay.moveTo && (
            <>
              {' → '}
              <RoomNumber>{stay.moveTo.number}</RoomNumber>{' '}
              <span className="k-quiet">{t('stay.moveDue')}</span>
            </>
          )}
        </span>
      )}
      {stay.plannedMove && (
        <span>
          → <RoomNumber>{stay.plannedMove.number}</RoomNumber>{' '}
          <span className="k-quiet">
            {t('stay.move.plannedOn')} <DateText date={stay.plannedMove.on} style="day" />
          </span>
        </span>
      )}
      {stay.keysOut > 0 && <span>{t('stay.keysGiven', { count: stay.keysOut })}</span>}
      {stay.feedback && (
        <span className="k-feedback-line">
          <span className="k-quiet">{t('stay.feedback.title')}</span> <FeedbackText of={stay.feedback} />
        </span>
      )}
      {stay.incognito && <span className="k-tag">{t('stay.incognito')}</span>}
      {stay.doNotDisturb && <span className="k-tag">{t('stay.doNotDisturb')}</span>}
    </>
  )
}
