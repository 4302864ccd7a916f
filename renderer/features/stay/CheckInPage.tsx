import { useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps } from '#renderer/base/route/route.tsx'
import { deskDevices } from '#renderer/parts/device/use-desk-devices.ts'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { Waiting } from '#renderer/parts/house/Waiting.tsx'
import { checkInActs } from '#renderer/parts/stay/acts.ts'
import { KeyCountField } from '#renderer/parts/stay/KeyCountField.tsx'
import { Obstacles } from '#renderer/parts/stay/Obstacles.tsx'
import { PersonsDrawer } from '#renderer/parts/stay/PersonsDrawer.tsx'
import type { Obstacle } from '#renderer/parts/stay/questions.ts'
import { RoomChoice } from '#renderer/parts/stay/RoomChoice.tsx'
import { useAnswers } from '#renderer/parts/stay/use-answers.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { waitingAtArrival } from '#shared/domain/house/waiting.ts'
import type { BookingId, GuestId, RoomId } from '#shared/values/index.ts'
import { AlertRemedy } from './AlertRemedy.tsx'
import { Money, type MoneyAct, MoneyFacts, moneyRuns } from './MoneyFacts.tsx'
import { PersonsPane } from './PersonsPane.tsx'
import { ReviewPane } from './ReviewPane.tsx'
import { SignDrawer } from './SignDrawer.tsx'
import { StayHead } from './StayHead.tsx'
import { toFirstAnswer } from './to-first-answer.ts'
import { type Registering, useRegistration } from './use-registration.tsx'

type Booking = OutputOf<'booking.get'>
type Review = OutputOf<'stay.reviewCheckIn'>

const roomInput = 'k-stay-room'

/** Everything of an arrival on one page: what was booked, who comes, which room, what is paid; Ctrl+Enter checks in. */
export function Page({ params }: ScreenProps<typeof paths.checkIn>) {
  const { t } = useWords()
  const id = Number(params.id) as BookingId
  const [roomId, setRoomId] = useState<RoomId | null>(null)
  const booking = useQuery('booking.get', { id })
  const review = useQuery(
    'stay.reviewCheckIn',
    { id, ...(roomId === null ? {} : { roomId }) },
    { keep: true },
  )
  const failed = (booking.data ? null : booking.failed) ?? (review.data ? null : review.failed)
  if (failed) {
    const way = { to: paths.today, label: t('today.title') }
    return <Trouble failed={failed} operation="stay.reviewCheckIn" onRetry={review.retry} way={way} />
  }
  if (!booking.data || !review.data) return <RowSkeleton />
  return <Shown key={id} booking={booking.data} review={review.data} roomId={roomId} onRoom={setRoomId} />
}

type Props = {
  booking: Booking
  review: Review
  /** Chosen here, instead of the booking's own. */
  roomId: RoomId | null
  onRoom: (room: RoomId | null) => void
}
type Doing = 'none' | MoneyAct | 'sign' | 'persons'

/** What is answered, given and drawn on the page, and the acts that use it. */
function useArrival({ booking, review, roomId }: Props) {
  const { id, version } = booking
  const [keys, setKeys] = useState(1)
  const [signed, setSigned] = useState<ReadonlyMap<GuestId, string>>(new Map())
  const encodes = useRef(false)
  const come = useCommand('stay.checkIn', {
    finish: async () =>
      go(href(paths.booking, { id }, encodes.current ? { do: 'keys', of: String(keys) } : {})),
  })
  const queue = useCommand('stay.noteArrival')
  const card = usePaperOut('registration.card')
  const { ready, accept, accepted, toggle } = useAnswers(review.obstacles)
  const confirm = async () => {
    // What is still asked comes first: the focus goes to its answer
    if (!ready) return toFirstAnswer()
    encodes.current = keys > 0 && (await deskDevices()).encoder !== ''
    return come.run({
      id,
      version,
      // The encoder puts those that it made on the log of keys
      keys: encodes.current ? 0 : keys,
      accept: accept as never,
      ...(roomId === null ? {} : { roomId }),
      signatures: [...signed].map(([guestId, signature]) => ({ guestId, signature })),
    })
  }
  return {
    keys,
    setKeys,
    accepted,
    toggle,
    signed,
    sign: (guest: GuestId, text: string | null) =>
      setSigned((before) => {
        const others = [...before].filter(([one]) => one !== guest)
        return new Map(text === null ? others : [...others, [guest, text]])
      }),
    ready,
    confirm: () => void confirm(),
    wait: () => void queue.run({ id, version, waits: review.arrivedAt === null }),
    printCard: () => void card.print({ bookingId: id }),
    pending: come.pending,
    trouble: come.trouble ?? queue.trouble ?? card.command.trouble,
  }
}

/** The keys of the page. */
function useArrivalKeys(
  id: BookingId,
  arrival: ReturnType<typeof useArrival>,
  setDoing: (doing: Doing) => void,
): void {
  useActs(checkInActs, {
    confirm: arrival.confirm,
    room: toRoom,
    guests: () => go(href(paths.booking, { id }, { do: 'guests' })),
    persons: () => setDoing('persons'),
    ...moneyRuns(setDoing),
    sign: () => setDoing('sign'),
    card: arrival.printCard,
    wait: arrival.wait,
    booking: () => go(href(paths.booking, { id })),
  })
}

function Shown(props: Props) {
  const { booking, review } = props
  const { t } = useWords()
  const { id } = booking
  const [doing, setDoing] = useState<Doing>('none')
  const arrival = useArrival(props)
  const registering = useRegistration(id, review.persons)
  useArrivalKeys(id, arrival, setDoing)
  const persons = (
    <PersonsPane
      booking={booking}
      persons={review.persons}
      unnamed={review.unnamed}
      registering={registering}
      signed={arrival.signed.size}
      onSign={() => setDoing('sign')}
      onShare={() => setDoing('persons')}
      onCard={arrival.printCard}
    />
  )
  const panes = {
    review: <ReviewPane booking={booking} review={review} />,
    persons,
    waiting: <WaitingPane booking={booking} />,
    room: <RoomPane {...props} keys={arrival.keys} onKeys={arrival.setKeys} onDo={setDoing} />,
  }
  return (
    <>
      <StayHead
        booking={booking}
        title={t('stay.in.title')}
        submit={t('stay.act.checkIn')}
        act={checkInActs.confirm.key}
        onSubmit={arrival.confirm}
        pending={arrival.pending}
        trouble={arrival.trouble}
        ready={arrival.ready}
      />
      <Obstacles
        operation="stay.checkIn"
        obstacles={review.obstacles}
        accepted={arrival.accepted}
        onAccept={arrival.toggle}
        people={review.persons.map((one) => ({ ...one, guestId: one.id }))}
        remedy={(one) => <Remedy of={one} id={id} first={registering.first} />}
      />
      <Panes
        label={t('stay.in.title')}
        areas={'"review persons room" "waiting persons room"'}
        columns="minmax(280px, 0.9fr) minmax(0, 1.1fr) minmax(320px, 1fr)"
        rows="minmax(0, 1.3fr) minmax(0, 1fr)"
        panes={(['review', 'waiting', 'persons', 'room'] as const).map((name) => ({
          name,
          title: t(name === 'waiting' ? 'house.waiting.title' : `stay.in.${name}`),
          children: panes[name],
        }))}
      />
      {doing === 'sign' && (
        <SignDrawer
          bookingId={id}
          signed={arrival.signed}
          onSigned={arrival.sign}
          onClose={() => setDoing('none')}
        />
      )}
      {registering.drawer}
      {doing === 'persons' && <PersonsDrawer booking={booking} onClose={() => setDoing('none')} />}
      <Money doing={doing} booking={booking} review={review} onClose={() => setDoing('none')} />
    </>
  )
}

/** Messages, parcels, luggage, lost property and traces of today: each is handed over or done by its key. */
function WaitingPane({ booking }: Pick<Props, 'booking'>) {
  const { t, language } = useWords()
  return (
    <Pane title={t('house.waiting.title')} padded>
      <Waiting
        bookingId={booking.id}
        givenTo={nameText(booking.guest, language, t)}
        things={waitingAtArrival}
        none={t('house.waiting.none')}
      />
    </Pane>
  )
}

function toRoom(): void {
  document.querySelector<HTMLElement>(`.${roomInput}`)?.focus()
}

/** The place where something is corrected, be it one that an answer lifts or not. */
function Remedy({ of, id, first }: { of: Obstacle; id: BookingId } & Pick<Registering, 'first'>) {
  const { t } = useWords()
  const to = (act: string) => () => go(href(paths.booking, { id }, { do: act }))
  const ways: Record<string, () => void> = {
    NO_ROOM_YET: toRoom,
    ROOM_OCCUPIED: toRoom,
    HOURS_TAKEN: toRoom,
    HOURS_NEEDED: to('hours'),
    GUEST_UNNAMED: to('guests'),
    ARRIVAL_AHEAD: to('dates'),
    STAY_OVER: to('dates'),
  }
  const way = ways[of.code]
  if (of.code === 'ALERT_BLOCKS') return <AlertRemedy of={of} />
  if (of.code === 'NOT_REGISTERED')
    return (
      first && (
        <button type="button" className="k-tool" onClick={first.open}>
          {t('stay.in.enterMissing')} <KeyHint keys={first.key} />
        </button>
      )
    )
  if (of.code === 'PERSONS_UNNAMED')
    return (
      <button type="button" className="k-tool" onClick={to('guests')}>
        {t('stay.in.nameThem')} <KeyHint keys={checkInActs.guests.key} />
      </button>
    )
  return way ? (
    <button type="button" className="k-tool" onClick={way}>
      {t('stay.in.correct')}
    </button>
  ) : null
}

function RoomPane({
  booking,
  review,
  roomId,
  onRoom,
  keys,
  onKeys,
  onDo,
}: Props & { keys: number; onKeys: (keys: number) => void; onDo: (doing: Doing) => void }) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const { room } = review
  return (
    <Pane title={t('stay.in.room')} padded>
      <p className="k-stay-person-line">
        {room ? (
          <>
            <span className="k-stay-big">
              <RoomNumber>{room.number}</RoomNumber>
            </span>
            <StatusMark state={room.housekeeping} />
            <span className="k-quiet">{t('stay.room.floor', { floor: room.floor })}</span>
          </>
        ) : (
          <span className="k-faint">{t('booking.roomNone')}</span>
        )}
        {roomId !== null && (
          <button type="button" className="k-chip" onClick={() => onRoom(null)}>
            {t('stay.room.asBooked')}
          </button>
        )}
        <KeyHint keys={checkInActs.room.key} />
      </p>
      <RoomChoice
        booking={booking}
        from={businessDate > booking.arrival ? businessDate : booking.arrival}
        chosen={roomId ?? room?.id ?? null}
        onChoose={(chosen) => onRoom(chosen?.id ?? null)}
        inputClass={roomInput}
      />
      <KeyCountField keys={keys} onChange={onKeys} />
      <MoneyFacts booking={booking} review={review} onDo={onDo} />
    </Pane>
  )
}
