import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { TextField, Tick } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
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
          <Bookings chosen={typed.bookings} onChange={(bookings) => set({ bookings })} />
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

const views = ['due-in', 'in-house'] as const

type BookingsProps = { chosen: readonly number[]; onChange: (chosen: number[]) => void }

/** Bookings of today found by name, room or number, with a tick each; those that are ticked stay so while one searches. */
function Bookings({ chosen, onChange }: BookingsProps) {
  const { t } = useWords()
  const [view, setView] = useState<(typeof views)[number]>('due-in')
  const [text, setText] = useState('')
  const { data } = useQuery('booking.list', { view, text: text.trim(), limit: 50 }, { keep: true })
  const rows = data?.rows ?? []
  const shown = rows.map(({ id }) => id as number)
  const areAll = shown.length > 0 && shown.every((id) => chosen.includes(id))
  const without = (ids: readonly number[]) => chosen.filter((id) => !ids.includes(id))
  return (
    <>
      <KeyedChoice
        label={t('folioScreen.party.bookings')}
        keysLabel="folioScreen.key.partyView"
        choices={views}
        value={view}
        word={(one) => t(`folioScreen.party.view.${one}`)}
        onChange={setView}
      />
      <TextField label={t('folioScreen.party.find')} autoFocus value={text} onChange={setText} />
      <div className="k-field">
        <Tick
          checked={areAll}
          onChange={(on) => onChange(on ? [...without(shown), ...shown] : without(shown))}
        >
          {t('folioScreen.party.all', { count: shown.length })}
        </Tick>
        <ul className="fo-party">
          {rows.map((row) => (
            <li key={row.id}>
              <Tick
                checked={chosen.includes(row.id)}
                onChange={(on) => onChange(on ? [...chosen, row.id] : without([row.id]))}
              >
                <GuestName of={row} /> <span className="k-code">{row.confirmationNo}</span>
              </Tick>
              <DateText date={row.departure} style="day" />
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
