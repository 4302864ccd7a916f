import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { BookingTicks } from '#renderer/parts/booking/BookingTicks.tsx'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'
import type { BookingId } from '#shared/values/index.ts'
import { useRoutingWords } from '../routing-words.ts'
import type { ActProps } from './act-props.ts'
import { WhatFields, WhenFields } from './RoutingDrawer.tsx'
import { areDatesRead, readRouting, type TypedRouting, typedRouting } from './typed-routing.ts'

type Party = TypedRouting & { bookings: number[] }

/** Sends charges of a whole party's bookings to its master account. */
export function PartyDrawer(props: ActProps) {
  const { folio, chart, onClose } = props
  const { t } = useWords()
  const words = useRoutingWords(folio, chart)
  const { draft, typed, set, command, ready, run } = useParty(props)
  const routing = readRouting(typed)
  return (
    <ActDrawer
      title={t('folioScreen.party.title')}
      onClose={onClose}
      submit={t('folioScreen.party.submit', { count: typed.bookings.length })}
      run={run}
      ready={ready}
      command={command}
      fields={['to', 'toWindow']}
      draft={draft}
    >
      {(errors) => (
        <>
          <BookingTicks
            views={['due-in', 'in-house']}
            chosen={typed.bookings}
            onChange={(bookings) => set({ bookings })}
          />
          <WhatFields chart={chart} typed={typed} set={set} />
          <WindowField
            folio={folio}
            all
            value={typed.window}
            error={errors.toWindow}
            onChange={(window) => set({ window })}
          />
          <WhenFields typed={typed} set={set} weekday={words.weekday} error={errors.to} />
          {routing && typed.bookings.length > 0 && (
            <Effect
              rows={[
                { name: t('folioScreen.party.bookings'), note: typed.bookings.length },
                {
                  name: words.what(routing),
                  note: t('folioScreen.effect.window', { window: typed.window }),
                },
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}

function useParty({ folio, window, onClose }: ActProps) {
  const here = { id: folio.id, title: folio.title }
  const command = useCommand('folio.routeBookings')
  const { draft, typed, set } = useTyped<Party>(
    `folio:${folio.id}:party`,
    { ...typedRouting(undefined, here), window, bookings: [] },
    command,
  )
  const run = async () => {
    const routing = readRouting(typed)
    if (!routing) return
    const reply = await command.run({ bookingIds: typed.bookings as BookingId[], routing })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return { draft, typed, set, command, ready: typed.bookings.length > 0 && areDatesRead(typed), run }
}
