import { codeOf } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useHotelClock } from '#renderer/api/use-hotel-clock.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { clockOfHouse } from '#shared/domain/house/wake-call.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { addDays, type BookingId, type BusinessDate } from '#shared/values/index.ts'
import { FormNotes } from '../form/FormNotes.tsx'
import { fieldOfRefusal, fieldsOf, type HouseThing, houseForms, inputOf, type TypedHouse } from './fields.ts'
import { HouseFields } from './HouseFields.tsx'

export const houseDrawerWidth = 420

type Row = { id: number; version: number }
type Props = {
  thing: HouseThing
  /** Of a new one: the booking it is for, where that is known. */
  bookingId?: BookingId | undefined
  row?: Row | undefined
  onClose: () => void
}

/** Adds a thing of the house, or changes one that is open. */
export function HouseDrawer({ thing, bookingId, row, onClose }: Props) {
  const { t, language } = useWords()
  const form = houseForms[thing]
  const fields = fieldsOf(thing, row === undefined)
  const start = useStart(thing, row, bookingId)
  const edit = useVersionedEdit<TypedHouse>(
    `house:${thing}:${row?.id ?? `new:${bookingId ?? ''}`}`,
    start,
    row?.version,
    { hold: 'record' },
  )
  // One of the two: their inputs differ by the thing, and the core checks what is in them
  const command = useCommand((row ? form.change : form.add) as 'house.changeTrace')
  const typed = edit.value
  const run = async () => {
    const input = inputOf(fields, typed)
    const reply = await edit.save((version) =>
      command.run((row ? { id: row.id, version: version ?? row.version, ...input } : input) as never),
    )
    if (!reply.ok) return
    edit.clear()
    onClose()
  }
  const { failed, trouble } = command
  const beside = failed && fieldOfRefusal(codeOf(failed), fields)
  const errors = beside ? { ...command.errors, [beside]: trouble ?? undefined } : command.errors
  const isBeside = beside !== undefined && beside !== null
  return (
    <SideDrawer
      open
      title={t(row ? `house.changeOf.${thing}` : `house.newOf.${thing}`)}
      onClose={onClose}
      width={houseDrawerWidth}
      submit={{
        label: t('house.save'),
        run: () => void run(),
        disabled: edit.waiting || fields.some(({ name, needed }) => needed && !(typed[name] ?? '').trim()),
        pending: command.pending,
      }}
    >
      <FormNotes
        form={edit}
        names={(field) => fieldName([field], language)}
        trouble={isBeside || Object.keys(command.errors).length > 0 ? null : trouble}
      />
      <HouseFields fields={fields} typed={typed} set={(patch) => edit.change(patch)} errors={errors} />
    </SideDrawer>
  )
}

/** What the form begins with: the row as it is, or the usual of a new one. */
function useStart(thing: HouseThing, row: Row | undefined, bookingId: BookingId | undefined): TypedHouse {
  const { businessDate } = useHotel()
  const hotelClock = useHotelClock()
  const clock = clockOfHouse({ ...hotelClock, date: hotelClock.date as BusinessDate }, businessDate)
  const days: Readonly<Record<string, string>> = {
    today: businessDate,
    // The hotel's own day: before the day is closed, the next morning is not the day after the business date
    tomorrow: clock.time < '04:00' && clock.date !== businessDate ? clock.date : addDays(clock.date, 1),
  }
  const values = row as Record<string, unknown> | undefined
  return Object.fromEntries(
    fieldsOf(thing, row === undefined).map(({ name, start = '' }) => {
      if (values) return [name, String(values[name] ?? '')]
      if (name === 'bookingId') return [name, bookingId === undefined ? '' : String(bookingId)]
      return [name, days[start] ?? start]
    }),
  )
}
