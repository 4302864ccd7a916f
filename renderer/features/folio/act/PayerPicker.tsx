import { Select } from 'antd'
import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Account } from '#renderer/parts/account/AccountPicker.tsx'
import type { AccountId } from '#shared/values/index.ts'

type Props = {
  value: Account | null
  onChange: (account: Account | null) => void
  autoFocus?: boolean
  id?: string
  status?: 'error'
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** A company or an agency that pays, found by code or name as one types. */
export function PayerPicker({ value, onChange, ...control }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const { data } = useQuery('account.search', { text: text.trim(), limit: 20 }, { keep: true })
  const options = (data?.rows ?? [])
    .filter((row) => row.active)
    .map((row) => ({ value: row.id as number, label: `${row.code} ${row.name}`, name: row.name }))
  if (value && !options.some((option) => option.value === value.id))
    options.push({ value: value.id, label: value.name, name: value.name })
  return (
    <Select
      {...control}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('booking.new.accountFind')}
      value={value?.id ?? null}
      options={options}
      onChange={(id: number | null | undefined) => {
        const row = options.find((option) => option.value === id)
        onChange(row ? { id: row.value as AccountId, name: row.name } : null)
      }}
    />
  )
}
