import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { type AsOf, AsOfBar, backToNow } from '#renderer/parts/change/AsOfBar.tsx'
import { earlierActs } from '#renderer/parts/change/acts.ts'
import { ThenTrouble } from '#renderer/parts/change/ThenTrouble.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { BookingId } from '#shared/values/index.ts'
import { paneActs } from './acts.ts'
import { BookingHead } from './BookingHead.tsx'
import { ChangesPane } from './ChangesPane.tsx'
import { FactsPane } from './FactsPane.tsx'
import { NightsPane } from './NightsPane.tsx'
import { RequestsPane } from './RequestsPane.tsx'
import { useHouse } from './use-house.ts'
import type { Booking } from './words.ts'

/** The booking as it was known at an earlier moment. Nothing is done with it here; the key leads back to now. */
export function BookingThen({ id, at }: { id: BookingId; at: string }) {
  const { t } = useWords()
  const then = useQuery('booking.asOf', { id, at })
  useActs(earlierActs, { asOf: backToNow })
  return (
    <>
      <AsOfBar key={at} at={at} asOf={then.data?.asOf} />
      {then.failed && (
        <ThenTrouble
          failed={then.failed}
          operation="booking.asOf"
          onRetry={then.retry}
          to={(asOf) => href(paths.booking, { id }, { asOf })}
          list={{ to: paths.today, label: t('today.title') }}
        />
      )}
      {!then.failed && !then.data && <RowSkeleton />}
      {!then.failed && then.data && <Shown booking={then.data.booking} at={at} then={then.data.asOf} />}
    </>
  )
}

function Shown({ booking, at, then }: { booking: Booking; at: string; then: AsOf }) {
  const { t } = useWords()
  const house = useHouse()
  return (
    <>
      <BookingHead booking={booking} house={house} acts={[]} onAct={nothing} beside={false} asOf={at} />
      <Panes
        label={t('booking.title')}
        areas={'"facts nights requests" "facts nights changes"'}
        columns="minmax(264px, 0.8fr) minmax(0, 1.5fr) minmax(340px, 1.2fr)"
        rows="minmax(140px, 0.8fr) minmax(0, 1.2fr)"
        panes={[
          {
            name: 'facts',
            title: t('booking.facts.title'),
            act: paneActs.facts,
            children: <FactsPane booking={booking} house={house} onEdit={undefined} isThen />,
          },
          {
            name: 'nights',
            title: t('booking.nights.title'),
            act: paneActs.nights,
            children: (
              <NightsPane
                booking={booking}
                house={house}
                on={then.businessDate}
                asOf={at}
                onRate={undefined}
                onRoom={undefined}
                onGuests={undefined}
              />
            ),
          },
          {
            name: 'requests',
            title: t('booking.requests.title'),
            act: paneActs.requests,
            children: <RequestsPane booking={booking} on={then.businessDate} />,
          },
          {
            name: 'changes',
            title: t('booking.changes.title'),
            act: paneActs.changes,
            children: <ChangesPane booking={booking} house={house} until={then.until} />,
          },
        ]}
      />
    </>
  )
}

const nothing = () => undefined
