import { Select } from 'antd'
import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import type { AccountId } from '#shared/values/index.ts'

export type Account = { id: AccountId; name: string }

type Props = {
  /** Both without it. */
  kind?: 'company' | 'agency'
  value: Account | null
  onChange: (account: Account | null) => void
  autoFocus?: boolean
  defaultOpen?: boolean
  disabled?: boolean
  id?: string
  status?: 'error'
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  onLeave?: () => void
}

/** A company or an agency found by code or name as one types. */
export function AccountPicker({ kind, value, onChange, onLeave, ...control }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const { data } = useQuery(
    'account.search',
    { ...(kind ? { kind } : {}), text: text.trim(), limit: 20 },
    { keep: true },
  )
  const found = (data?.rows ?? []).filter((row) => row.active)
  const options = found.map((row) => ({
    value: row.id as number,
    label: `${row.code} ${row.name}`,
    name: row.name,
  }))
  if (value && !options.some((option) => option.value === value.id)) {
    options.push({ value: value.id, label: value.name, name: value.name })
  }
  return (
    <Select
      {...control}
      allowClear={clearable(t)}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('booking.new.accountFind')}
      value={value?.id ?? null}
      options={options}
      onChange={(id: number | null | undefined) => {
        const row = options.find((option) => option.value === id)
        onChange(row ? { id: row.value as AccountId, name: row.name } : null)
      }}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onLeave) return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    />
  )
}
