import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { actsFor, namesOf, runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps, setQuery } from '#renderer/base/route/route.tsx'
import { earlierActs } from '#renderer/parts/change/acts.ts'
import { useLookBack } from '#renderer/parts/change/LookBack.tsx'
import { DeclineDrawer } from '#renderer/parts/request/DeclineDrawer.tsx'
import { StayBar } from '#renderer/parts/stay/StayBar.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { type BookingId, type BusinessDate, isAsOf, type RequestId } from '#shared/values/index.ts'
import { type ActName, bookingActs, type Doing, leaveActs, paneActs } from './acts.ts'
import { BookingHead } from './BookingHead.tsx'
import { BookingThen } from './BookingThen.tsx'
import { ChangesPane } from './ChangesPane.tsx'
import { besideWidth } from './change/ChangeDrawer.tsx'
import { DatesDrawer } from './change/DatesDrawer.tsx'
import { DetailsDrawer } from './change/DetailsDrawer.tsx'
import { GuestsDrawer } from './change/GuestsDrawer.tsx'
import { HoursDrawer } from './change/HoursDrawer.tsx'
import { RateDrawer } from './change/RateDrawer.tsx'
import { RequestDrawer } from './change/RequestDrawers.tsx'
import { RoomDrawer } from './change/RoomDrawer.tsx'
import { RoomTypeDrawer } from './change/RoomTypeDrawer.tsx'
import { CancelDrawer, ConfirmDrawer, ReinstateDrawer } from './change/StateDrawers.tsx'
import { FactsPane } from './FactsPane.tsx'
import { NightsPane } from './NightsPane.tsx'
import { RequestsPane } from './RequestsPane.tsx'
import './booking.css'
import './fields.css'
import './change/change.css'
import { useHouse } from './use-house.ts'
import { type Booking, doneWords } from './words.ts'

/** One booking on one page: what it is, its nights, people, requests and story; each change opens beside them. */
export function Page({ params, query }: ScreenProps<typeof paths.booking>) {
  const id = Number(params.id) as BookingId
  return isAsOf(query.asOf) ? <BookingThen id={id} at={query.asOf} /> : <Now id={id} query={query} />
}

function Now({ id, query }: { id: BookingId; query: Query }) {
  const { t } = useWords()
  const booking = useQuery('booking.get', { id })
  // A lost line takes nothing away: the page stays, and so does what is typed in its drawer
  if (booking.failed && !booking.data) {
    const way = { to: paths.today, label: t('today.title') }
    return <Trouble failed={booking.failed} operation="booking.get" onRetry={booking.retry} way={way} />
  }
  if (!booking.data) return <RowSkeleton />
  return <Shown booking={booking.data} query={query} />
}

type Query = Readonly<Record<string, string>>

/** Keys that the check-in asked for and the encoder is to make now. */
function keysAsked(query: Query): number | null {
  return query.do === 'keys' ? Number(query.of) || 1 : null
}

function Shown({ booking, query }: { booking: Booking; query: Query }) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const house = useHouse()
  const acts = actsFor(bookingActs, booking)
  const open = (name: Doing, of?: string | number) => setQuery({ do: name, of })
  const close = () => {
    setQuery({ do: undefined, of: undefined })
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  const look = useLookBack()
  useActs(
    { ...acts, ...leaveActs, ...earlierActs },
    {
      ...runEach(bookingActs, (name) => open(name)),
      asOf: look,
      guest: () => go(href(paths.guest, { id: booking.guest.id })),
    },
  )
  const may = (name: string): name is ActName => name in acts
  const beside = query.do !== undefined && (query.do === 'decline' || may(query.do))
  return (
    <>
      <BookingHead booking={booking} house={house} acts={namesOf(acts)} onAct={open} beside={beside} />
      <StayBar booking={booking} keys={keysAsked(query)} onKeysDone={close} />
      <Panes
        label={t('booking.title')}
        areas={'"facts nights requests" "facts nights changes"'}
        columns={`minmax(264px, 0.8fr) minmax(0, 1.5fr) ${beside ? `${besideWidth}px` : 'minmax(340px, 1.2fr)'}`}
        rows="minmax(140px, 0.8fr) minmax(0, 1.2fr)"
        beside={beside ? besideWidth : 0}
        panes={[
          {
            name: 'facts',
            title: t('booking.facts.title'),
            act: paneActs.facts,
            children: (
              <FactsPane
                booking={booking}
                house={house}
                onEdit={may('details') ? (field) => open('details', field) : undefined}
              />
            ),
          },
          {
            name: 'nights',
            title: t('booking.nights.title'),
            act: paneActs.nights,
            children: (
              <NightsPane
                booking={booking}
                house={house}
                on={businessDate}
                onRate={may('rate') ? (night) => open('rate', night) : undefined}
                onRoom={may('room') ? (night) => open('room', night) : undefined}
                onHours={may('hours') ? () => open('hours') : undefined}
                onGuests={may('guests') ? () => open('guests') : undefined}
              />
            ),
          },
          {
            name: 'requests',
            title: t('booking.requests.title'),
            act: paneActs.requests,
            children: <RequestsPane booking={booking} on={businessDate} onOpen={open} />,
          },
          {
            name: 'changes',
            title: t('booking.changes.title'),
            act: paneActs.changes,
            children: <ChangesPane booking={booking} house={house} onAsOf={look} />,
          },
        ]}
      />
      <Beside booking={booking} doing={query.do} of={query.of} may={may} onClose={close} />
    </>
  )
}

type BesideProps = {
  booking: Booking
  doing: string | undefined
  of: string | undefined
  may: (name: string) => name is ActName
  onClose: () => void
}

/** The drawer of what is being done; none for what the booking does not allow (any more). */
function Beside({ booking, doing, of, may, onClose }: BesideProps) {
  const props = { booking, onClose }
  const request = booking.requests.find((one) => one.id === (Number(of) as RequestId))
  if (doing === 'decline') {
    const { confirmationNo, guest } = booking
    return request ? (
      <DeclineDrawer
        request={request}
        width={besideWidth}
        done={(to) => doneWords(to, 'request.advance', confirmationNo, guest, 'decline')}
        onClose={onClose}
      />
    ) : null
  }
  if (!doing || !may(doing)) return null
  switch (doing) {
    case 'dates':
      return <DatesDrawer {...props} />
    case 'room-type':
      return <RoomTypeDrawer {...props} />
    case 'room':
      return <RoomDrawer key={of} {...props} from={of as BusinessDate | undefined} />
    case 'hours':
      return <HoursDrawer {...props} />
    case 'rate':
      return <RateDrawer {...props} night={of as BusinessDate | undefined} />
    case 'guests':
      return <GuestsDrawer {...props} />
    case 'details':
      return <DetailsDrawer key={of} {...props} field={of} />
    case 'request':
      return <RequestDrawer key={of} {...props} request={request} />
    case 'confirm':
      return <ConfirmDrawer {...props} />
    case 'cancel':
      return <CancelDrawer {...props} />
    case 'reinstate':
      return <ReinstateDrawer {...props} />
  }
}
