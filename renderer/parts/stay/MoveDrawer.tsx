import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { EffectPanel } from '#renderer/parts/booking/EffectPanel.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type Housekeeping, housekeepingStates } from '#shared/domain/room/room.ts'
import { stepToPlan } from '#shared/domain/stay/planned-move.ts'
import { stepsToRoom } from '#shared/domain/stay/room-steps.ts'
import { moveDepartments } from '#shared/domain/stay/stay.ts'
import type { BusinessDate, RoomId, RoomTypeId } from '#shared/values/index.ts'
import { RoomChoice } from './RoomChoice.tsx'

type Props = {
  booking: OutputOf<'booking.get'>
  stay: OutputOf<'stay.get'>
  onClose: () => void
}
type MoveDepartment = (typeof moveDepartments)[number]
type Chosen = { id: number; roomTypeId: number; ready: boolean }

const usualReasons = ['wish', 'noise', 'fault', 'near'] as const

/** Moves a guest to another room, now or from a later night on: which one, what is charged, how the old room is left, and why. */
export function MoveDrawer({ booking, stay, onClose }: Props) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const [from, setFrom] = useState<BusinessDate>(businessDate)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [terms, setTerms] = useState<Terms>({ keepCharge: true, oldRoom: 'dirty', tell: [] })
  const [reason, setReason] = useState('')
  const isNow = from === businessDate
  const planned = isNow ? stay.moveTo : null
  const roomId = chosen?.id ?? planned?.id ?? null
  const leaves = roomOfNight(booking, from) ?? stay.roomNumber
  const { run, pending, trouble } = useMove({ booking, from, isNow, roomId, chosen, terms, reason, onClose })
  const change = chosen && changeTo(booking, from, chosen, isNow, terms.keepCharge)
  const preview = useQuery(
    'booking.previewChange',
    { id: booking.id, change: change ?? { kind: 'confirm' } },
    { on: change !== null, keep: true },
  )
  const lacksReason = chosen !== null && reason.trim() === ''
  const otherType = chosen !== null && chosen.roomTypeId !== typeOfNight(booking, from)
  return (
    <SideDrawer
      open
      title={t('stay.move.title', { room: leaves ?? '' })}
      onClose={onClose}
      width={480}
      submit={{
        label: t(isNow ? 'stay.move.submit' : 'stay.move.plan'),
        run,
        disabled: roomId === null || lacksReason,
        pending,
      }}
    >
      {planned && chosen === null && <p>{t('stay.move.planned', { room: planned.number })}</p>}
      <FromNight
        booking={booking}
        from={from}
        onFrom={(night) => {
          setFrom(night)
          setChosen(null)
        }}
      />
      <RoomChoice
        booking={booking}
        from={from}
        chosen={roomId as never}
        onChoose={setChosen}
        inputClass="k-stay-move-room"
        except={isNow ? stay.roomNumber : leaves}
        autoFocus
      />
      <MoveTerms terms={terms} otherType={otherType} onTerms={setTerms} />
      <ReasonField
        value={reason}
        onChange={setReason}
        usual={usualReasons.map((why) => t(`booking.change.usualRoom.${why}`))}
        required={chosen !== null}
      />
      {change && preview.data && (
        <EffectPanel
          effect={preview.data}
          failed={preview.failed}
          operation={isNow ? 'stay.moveRoom' : 'stay.planMove'}
        />
      )}
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </SideDrawer>
  )
}

type Terms = { keepCharge: boolean; oldRoom: Housekeeping; tell: readonly MoveDepartment[] }
type Booking = Props['booking']

/** What is charged where the type is another, how the old room is left, and who is told. */
function MoveTerms({
  terms,
  otherType,
  onTerms,
}: {
  terms: Terms
  otherType: boolean
  onTerms: (terms: Terms) => void
}) {
  const { t } = useWords()
  return (
    <>
      {otherType && (
        <Checkbox
          checked={terms.keepCharge}
          onChange={(event) => onTerms({ ...terms, keepCharge: event.target.checked })}
        >
          {t('stay.move.keepCharge')}
        </Checkbox>
      )}
      <OldRoom state={terms.oldRoom} onState={(oldRoom) => onTerms({ ...terms, oldRoom })} />
      <Told tell={terms.tell} onTell={(tell) => onTerms({ ...terms, tell })} />
    </>
  )
}

type Move = {
  booking: Booking
  from: BusinessDate
  isNow: boolean
  roomId: number | null
  chosen: Chosen | null
  terms: Terms
  reason: string
  onClose: () => void
}

/** The command of it: a move now, or one that is planned. */
function useMove({ booking, from, isNow, roomId, chosen, terms, reason, onClose }: Move) {
  const now = useCommand('stay.moveRoom', { finish: async () => onClose() })
  const later = useCommand('stay.planMove', { finish: async () => onClose() })
  const run = () => {
    if (roomId === null) return
    const said = reason.trim()
    const input = {
      id: booking.id,
      version: booking.version,
      roomId: roomId as never,
      ...terms,
      tell: [...terms.tell],
      ...(said === '' ? {} : { reason: said }),
    }
    // The state is on screen beside the number: choosing the room is the answer
    const accept = chosen !== null && !chosen.ready ? (['room-not-ready'] as const) : []
    if (isNow) void now.run({ ...input, accept: [...accept] })
    else void later.run({ ...input, from })
  }
  const { pending, trouble } = isNow ? now : later
  return { run, pending, trouble }
}

function typeOfNight(booking: Booking, from: BusinessDate): number {
  return booking.nights.find(({ night }) => night === from)?.roomTypeId ?? booking.roomTypeId
}

/** The number of the room that is left by a move of this night: that of the night before, where it is of the stay. */
function roomOfNight(booking: Booking, from: BusinessDate): string | null {
  return booking.nights.findLast(({ night }) => night < from)?.roomNumber ?? null
}

/** The change of the booking that brings it into the room, as the commands plan it. */
function changeTo(booking: Booking, from: BusinessDate, chosen: Chosen, isNow: boolean, keepCharge: boolean) {
  const to = { roomId: chosen.id as RoomId, roomTypeId: chosen.roomTypeId as RoomTypeId, keepCharge }
  const nights = Object.fromEntries(booking.nights.map(({ night, ...of }) => [night, of]))
  const of = { ...booking, nights }
  return (isNow ? stepsToRoom(of, from, to)[0] : stepToPlan(of, from, to)) ?? null
}

/** From which night on: tonight, that is now, or a later one. */
function FromNight({
  booking,
  from,
  onFrom,
}: {
  booking: Booking
  from: BusinessDate
  onFrom: (night: BusinessDate) => void
}) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  const ahead = booking.nights.map(({ night }) => night).filter((night) => night > businessDate)
  if (ahead.length === 0) return null
  return (
    <Field label={t('stay.move.fromNight')}>
      {(control) => (
        <Select
          {...control}
          value={from as string}
          options={[
            { value: businessDate as string, label: t('stay.move.now') },
            ...ahead.map((night) => ({ value: night as string, label: formatDate(night, locale, 'day') })),
          ]}
          onChange={(night: string) => onFrom(night as BusinessDate)}
        />
      )}
    </Field>
  )
}

/** The state in which the room that is left is for housekeeping. */
function OldRoom({ state, onState }: { state: Housekeeping; onState: (state: Housekeeping) => void }) {
  const { t } = useWords()
  return (
    <Field label={t('stay.move.oldRoom')}>
      {(control) => (
        <Select
          {...control}
          value={state}
          options={housekeepingStates.map((one) => ({ value: one, label: t(`shell.mark.${one}`) }))}
          onChange={onState}
        />
      )}
    </Field>
  )
}

/** The departments that get a trace of the move. */
function Told({
  tell,
  onTell,
}: {
  tell: readonly MoveDepartment[]
  onTell: (tell: readonly MoveDepartment[]) => void
}) {
  const { t } = useWords()
  return (
    <Checkbox.Group
      className="k-field"
      value={[...tell]}
      options={moveDepartments.map((value) => ({ value, label: t(`stay.move.tell.${value}`) }))}
      onChange={onTell}
    />
  )
}
