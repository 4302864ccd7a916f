import { Select } from 'antd'
import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import type { GuestId } from '#shared/values/index.ts'
import { isIncognito } from './incognito.tsx'
import { nameText } from './names.ts'

export type PickedGuest = { id: GuestId; name: string }

type Props = {
  value: PickedGuest | null
  onChange: (guest: PickedGuest | null) => void
  autoFocus?: boolean
  id?: string
  status?: 'error'
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** A guest on file found as one types, as one choice of a form. */
export function GuestSelect({ value, onChange, ...control }: Props) {
  const { t, language } = useWords()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const { data } = useQuery('guest.search', { text: wanted, limit: 10 }, { on: wanted !== '', keep: true })
  const options = (wanted === '' ? [] : (data?.rows ?? [])).map((row) => ({
    value: row.id as number,
    label: isIncognito(row.id)
      ? `${t('house.mark.incognito')} · ${nameText(row, language, t)}`
      : nameText(row, language, t),
  }))
  if (value && !options.some((option) => option.value === value.id))
    options.push({ value: value.id, label: value.name })
  return (
    <Select
      {...control}
      allowClear={clearable(t)}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('booking.new.find')}
      value={value?.id ?? null}
      notFoundContent={null}
      options={options}
      onChange={(id: number | null | undefined) => {
        const option = options.find((one) => one.value === id)
        setText('')
        onChange(option ? { id: option.value as GuestId, name: option.label } : null)
      }}
    />
  )
}
