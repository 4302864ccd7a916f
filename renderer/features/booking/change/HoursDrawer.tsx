import { Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useHotelClock } from '#renderer/api/use-hotel-clock.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { usualTerms } from '#shared/domain/stay/terms.ts'
import { type Currency, minorToDecimal, type RoomId } from '#shared/values/index.ts'
import { useDraftWords } from '../draft-words.ts'
import { HoursFields } from '../HoursFields.tsx'
import { hoursInput, proposeHours } from '../typed-hours.ts'
import { doneWords } from '../words.ts'
import { besideWidth, type ChangeProps } from './ChangeDrawer.tsx'

/** What is typed of the hours, over what they are, and how it is saved. */
function useHoursEdit({ booking, onClose }: ChangeProps) {
  const currency = useHotel().currency as Currency
  const clock = useHotelClock()
  const { id, dayUse, confirmationNo, guest } = booking
  const amount = (minor: number) => minorToDecimal(minor, currency)
  const { dayUseHours } = useQuery('stay.settings', {}).data ?? usualTerms
  const draft = useVersionedEdit(
    `booking:${id}:hours`,
    {
      from: dayUse?.from ?? '',
      to: dayUse?.to ?? '',
      price: dayUse ? amount(dayUse.priceMinor) : '',
      overtime: dayUse ? amount(dayUse.overtimeMinor) : '',
      roomId: dayUse?.roomId ?? null,
      reason: '',
    },
    dayUse?.version,
    { hold: 'record' },
  )
  const typed = draft.value
  const shown = proposeHours(booking.arrival, clock, dayUseHours)
  const hours = hoursInput(typed, shown, dayUseHours, currency)
  const save = useCommand('stay.saveDayUse', {
    done: (language) => doneWords(language, 'stay.saveDayUse', confirmationNo, guest),
  })
  const set = (patch: Partial<typeof typed>) => {
    draft.set({ ...typed, ...patch })
    save.reset()
  }
  // Other hours cost what the rule says, until another price is typed
  const setHours = (patch: Partial<typeof typed>) =>
    set(patch.from === undefined && patch.to === undefined ? patch : { price: '', ...patch })
  const run = async () => {
    if (!hours) return
    const { roomId, reason } = typed
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    const reply = await draft.save((version) =>
      save.run({ id, version: version ?? dayUse?.version ?? 0, ...hours, roomId, ...why }),
    )
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return { draft, typed, shown, hours, save, set, setHours, run }
}

/** The hours of day use, its room and what it costs. Who is in house keeps the room: they move by the key of the stay. */
export function HoursDrawer({ booking, onClose }: ChangeProps) {
  const { t } = useWords()
  const { draft, typed, shown, hours, save, set, setHours, run } = useHoursEdit({ booking, onClose })
  const draftWords = useDraftWords()
  return (
    <SideDrawer
      open
      title={t('booking.change.hours')}
      onClose={onClose}
      width={besideWidth}
      draft={draft}
      draftWords={draftWords}
      submit={{
        label: t('stay.hours.save'),
        run: () => void run(),
        disabled: hours === null,
        pending: save.pending,
      }}
    >
      <HoursFields
        typed={typed}
        set={setHours}
        shown={shown}
        proposed={undefined}
        errors={save.errors}
        autoFocus
      />
      <RoomField
        booking={booking}
        hours={hours}
        roomId={typed.roomId}
        onRoom={(roomId) => set({ roomId })}
        error={save.errors.roomId}
      />
      <ReasonField
        value={typed.reason}
        onChange={(reason) => set({ reason })}
        error={save.errors.reason}
        hint={t('booking.refusal.REASON_NEEDED.rate')}
        usual={(['match', 'complaint', 'promised', 'mistake'] as const).map((why) =>
          t(`booking.change.usualRate.${why}`),
        )}
      />
      {save.trouble && Object.keys(save.errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
    </SideDrawer>
  )
}

type RoomProps = Pick<ChangeProps, 'booking'> & {
  hours: { from: string; to: string } | null
  roomId: RoomId | null
  onRoom: (room: RoomId | null) => void
  error: string | undefined
}

/** The rooms that nobody has in these hours, ready ones first. */
function RoomField({ booking, hours, roomId, onRoom, error }: RoomProps) {
  const { t } = useWords()
  const { arrival, departure, id, roomTypeId, dayUse, status } = booking
  const isThere = status === 'in-house'
  const wanted = hours && { from: hours.from, to: hours.to }
  const { data } = useQuery(
    'room.free',
    { arrival, departure, roomTypeId, bookingId: id, ...(wanted ? { hours: wanted } : {}) },
    { on: !isThere && wanted !== null && wanted.from < wanted.to, keep: true },
  )
  const options = (data ?? [])
    .filter((room) => !room.outOfService)
    .map((room) => ({ value: room.id, label: `${room.number}  ${t(`shell.mark.${room.housekeeping}`)}` }))
  if (roomId !== null && !options.some(({ value }) => value === roomId))
    options.unshift({ value: roomId, label: dayUse?.roomNumber ?? String(roomId) })
  return (
    <Field
      label={t('booking.new.room')}
      hint={t(isThere ? 'stay.hours.roomMove' : 'booking.new.roomDayUse')}
      error={error}
    >
      {(control) => (
        <Select
          {...control}
          allowClear={clearable(t)}
          disabled={isThere}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('booking.new.roomAny')}
          value={roomId}
          options={options}
          onChange={(room: RoomId | null | undefined) => onRoom(room ?? null)}
        />
      )}
    </Field>
  )
}
