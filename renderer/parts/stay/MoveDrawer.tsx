import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { EffectPanel } from '#renderer/parts/booking/EffectPanel.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type Housekeeping, housekeepingStates } from '#shared/domain/room/room.ts'
import { moveDepartments } from '#shared/domain/stay/stay.ts'
import { RoomChoice } from './RoomChoice.tsx'

type Props = {
  booking: OutputOf<'booking.get'>
  stay: OutputOf<'stay.get'>
  onClose: () => void
}
type MoveDepartment = (typeof moveDepartments)[number]
type Chosen = { id: number; roomTypeId: number; ready: boolean }

const usualReasons = ['wish', 'noise', 'fault', 'near'] as const

/** Moves a guest to another room now: which one, what is charged, how the old room is left, and why. */
export function MoveDrawer({ booking, stay, onClose }: Props) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [keepCharge, setKeepCharge] = useState(true)
  const [oldRoom, setOldRoom] = useState<Housekeeping>('dirty')
  const [reason, setReason] = useState('')
  const [tell, setTell] = useState<readonly MoveDepartment[]>([])
  const move = useCommand('stay.moveRoom', { finish: async () => onClose() })
  const planned = stay.moveTo
  const roomId = chosen?.id ?? planned?.id ?? null
  const otherType = chosen !== null && chosen.roomTypeId !== booking.roomTypeId
  const unready = chosen !== null && !chosen.ready
  const change = chosen && changeTo(chosen, otherType, keepCharge, booking.dayUse !== null)
  const preview = useQuery(
    'booking.previewChange',
    { id: booking.id, change: change ?? { kind: 'confirm' } },
    { on: change !== null, keep: true },
  )
  const lacksReason = chosen !== null && reason.trim() === ''
  const run = () =>
    roomId !== null &&
    move.run({
      id: booking.id,
      version: booking.version,
      roomId: roomId as never,
      keepCharge,
      oldRoom,
      tell: [...tell],
      // The state is on screen beside the number: choosing the room is the answer
      accept: unready ? ['room-not-ready'] : [],
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    })
  return (
    <SideDrawer
      open
      title={t('stay.move.title', { room: stay.roomNumber ?? '' })}
      onClose={onClose}
      width={480}
      submit={{
        label: t('stay.move.submit'),
        run: () => void run(),
        disabled: roomId === null || lacksReason,
        pending: move.pending,
      }}
    >
      {planned && chosen === null && <p>{t('stay.move.planned', { room: planned.number })}</p>}
      <RoomChoice
        booking={booking}
        from={businessDate}
        chosen={roomId as never}
        onChoose={setChosen}
        inputClass="k-stay-move-room"
        except={stay.roomNumber}
        autoFocus
      />
      {otherType && (
        <Checkbox checked={keepCharge} onChange={(event) => setKeepCharge(event.target.checked)}>
          {t('stay.move.keepCharge')}
        </Checkbox>
      )}
      <OldRoom state={oldRoom} onState={setOldRoom} />
      <Told tell={tell} onTell={setTell} />
      <ReasonField
        value={reason}
        onChange={setReason}
        usual={usualReasons.map((why) => t(`booking.change.usualRoom.${why}`))}
        required={chosen !== null}
      />
      {change && preview.data && (
        <EffectPanel effect={preview.data} failed={preview.failed} operation="stay.moveRoom" />
      )}
      {move.trouble && (
        <p className="k-trouble-line" role="alert">
          {move.trouble}
        </p>
      )}
    </SideDrawer>
  )
}

/** The change of the booking that brings it into the room. */
function changeTo({ id, roomTypeId }: Chosen, otherType: boolean, keepCharge: boolean, isDayUse: boolean) {
  // Hours have no night whose room could change
  if (isDayUse)
    return otherType ? { kind: 'room-type' as const, roomTypeId: roomTypeId as never, keepCharge } : null
  if (!otherType) return { kind: 'room' as const, roomId: id as never }
  return { kind: 'room-type' as const, roomTypeId: roomTypeId as never, keepCharge, roomId: id as never }
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
