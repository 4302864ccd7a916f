import { Select } from 'antd'
import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import { isIncognito } from '../guest/incognito.tsx'
import { nameText } from '../guest/names.ts'

type Props = {
  /** The booking's id as text; empty: none. */
  value: string
  onChange: (id: string) => void
  /** Offered before anything is typed: whose it may be. */
  offered?: readonly { id: number; label: string }[]
  autoFocus?: boolean
  id?: string
  status?: 'error'
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** A booking whose guest is in house or due in, found by room, name or number as one types. */
export function BookingSelect({ value, onChange, offered = [], ...control }: Props) {
  const { t, language } = useWords()
  const [text, setText] = useState('')
  const ask = { sort: 'room' as const, text: text.trim(), limit: 12 }
  const here = useQuery('booking.list', { ...ask, view: 'in-house' }, { keep: true })
  const due = useQuery('booking.list', { ...ask, view: 'due-in' }, { keep: true })
  const chosen = useQuery('booking.get', { id: Number(value) as never }, { on: value !== '' })
  const rows = [...(here.data?.rows ?? []), ...(due.data?.rows ?? [])]
  const found = rows.map((row) => ({
    value: String(row.id),
    label: [
      row.roomNumber ?? '—',
      ...(isIncognito(row.guestId) ? [t('house.mark.incognito')] : []),
      nameText(row, language, t),
      row.confirmationNo,
    ].join(' · '),
  }))
  const others = offered.filter(({ id }) => !found.some((one) => one.value === String(id)))
  const options = [...others.map(({ id, label }) => ({ value: String(id), label })), ...found]
  if (value !== '' && chosen.data && !options.some((one) => one.value === value))
    options.unshift({
      value,
      label: `${nameText(chosen.data.guest, language, t)} · ${chosen.data.confirmationNo}`,
    })
  return (
    <Select
      {...control}
      allowClear={clearable(t)}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value === '' ? null : value}
      notFoundContent={null}
      options={options}
      onChange={(id: string | null | undefined) => {
        setText('')
        onChange(id ?? '')
      }}
    />
  )
}
