import { Input, Select } from 'antd'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { departments } from '#shared/domain/request/request.ts'
import { isBusinessDate, type RoomId } from '#shared/values/index.ts'
import { nameText } from '../guest/names.ts'
import { BookingSelect } from './BookingSelect.tsx'
import type { HouseField, TypedHouse } from './fields.ts'

type Props = {
  fields: readonly HouseField[]
  typed: TypedHouse
  set: (patch: TypedHouse) => void
  errors: Readonly<Record<string, string | undefined>>
}

/** The fields of a form of the house; the first has the focus. */
export function HouseFields({ fields, typed, set, errors }: Props) {
  const { t } = useWords()
  return fields.map((field, at) => (
    <Field
      key={field.name}
      label={t(field.label)}
      error={errors[field.name]}
      {...(field.hint ? { hint: t(field.hint) } : {})}
    >
      {(control) => (
        <Control
          field={field}
          typed={typed}
          set={(value) => set({ [field.name]: value })}
          control={{ ...control, autoFocus: at === 0 }}
        />
      )}
    </Field>
  ))
}

type Control = {
  id: string
  autoFocus: boolean
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  status?: 'error'
}

type ControlProps = {
  field: HouseField
  typed: TypedHouse
  set: (value: string) => void
  control: Control
}

function Control({ field, typed, set, control }: ControlProps) {
  const { t } = useWords()
  const value = typed[field.name] ?? ''
  switch (field.kind) {
    case 'date':
      return <DateField {...control} value={value} onChange={set} />
    case 'prose':
      return (
        <Input.TextArea {...control} rows={4} value={value} onChange={(event) => set(event.target.value)} />
      )
    case 'department':
      return (
        <Select
          {...control}
          value={value}
          options={departments.map((code) => ({ value: code, label: t(`request.department.${code}`) }))}
          onChange={set}
        />
      )
    case 'room':
      return <RoomChoice value={value} onChange={set} control={control} />
    case 'booking':
      return <WhoseBooking value={value} typed={typed} onChange={set} control={control} />
    default:
      return (
        <Input
          {...control}
          autoComplete="off"
          {...(field.kind === 'line' ? {} : { inputMode: 'numeric' as const })}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )
  }
}

type ChoiceProps = { value: string; onChange: (value: string) => void; control: Control }

function RoomChoice({ value, onChange, control }: ChoiceProps) {
  const { t } = useWords()
  const rooms = useQuery('room.list', {}).data ?? []
  return (
    <Select
      {...control}
      allowClear={clearable(t)}
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      options={rooms.map(({ id, number }) => ({ value: String(id), label: number }))}
      onChange={(id: string | null | undefined) => onChange(id ?? '')}
    />
  )
}

/** Lost property of a room offers who slept there last. */
function WhoseBooking({ value, typed, onChange, control }: ChoiceProps & { typed: TypedHouse }) {
  const { t, language, locale } = useWords()
  const { roomId = '', foundOn = '' } = typed
  const on = roomId !== '' && isBusinessDate(foundOn)
  const asked = { roomId: Number(roomId) as RoomId, date: foundOn as never }
  const last = useQuery('house.lastGuests', asked, { on }).data ?? []
  const offered = last.map((row) => ({
    id: row.bookingId,
    label: `${nameText(row, language, t)} · ${formatDate(row.arrival, locale, 'day')}–${formatDate(row.departure, locale, 'day')}`,
  }))
  return (
    <>
      <BookingSelect {...control} value={value} onChange={onChange} offered={offered} />
      {offered.length > 0 && (
        <div className="k-usual" role="group" aria-label={t('house.lastGuests')}>
          {offered.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="k-chip"
              aria-pressed={value === String(id)}
              onClick={() => onChange(String(id))}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </>
  )
}
