import { Select } from 'antd'
import { useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { titledAs } from '#renderer/parts/folio/folio-view.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { FolioId } from '#shared/values/index.ts'

export type PickedFolio = { id: FolioId; title: string }
type Row = OutputOf<'folio.list'>['rows'][number]

type Props = {
  value: PickedFolio | null
  onChange: (folio: PickedFolio | null) => void
  /** Folios that go before what is searched for: this one, and the others of the stay. */
  first?: readonly PickedFolio[]
  autoFocus?: boolean
  id?: string
  status?: 'error'
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** An open folio found by room, guest, confirmation number, or the code of an account. */
export function FolioPicker({ value, onChange, first = [], ...control }: Props) {
  const { t, language, locale } = useWords()
  const { currency } = useHotel()
  const [text, setText] = useState('')
  const { data } = useQuery(
    'folio.list',
    { status: 'open', text: text.trim(), limit: 20 },
    { keep: true, on: text.trim() !== '' },
  )
  const found = text.trim() === '' ? [] : (data?.rows ?? [])
  const titleOf = (row: Row) =>
    [row.roomNo || row.code, nameText(titledAs(row), language, t), row.confirmationNo]
      .filter(Boolean)
      .join(' · ')
  const options = [
    ...(text.trim() === ''
      ? first.map(({ id, title }) => ({ value: id as number, label: title, title }))
      : []),
    ...found.map((row) => ({
      value: row.id as number,
      label: `${titleOf(row)} · ${formatMoney(row.balanceMinor, currency, locale)}`,
      title: titleOf(row),
    })),
  ]
  if (value && !options.some((option) => option.value === value.id))
    options.push({ value: value.id, label: value.title, title: value.title })
  return (
    <Select
      {...control}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('folioScreen.pick.find')}
      value={value?.id ?? null}
      notFoundContent={t('folioScreen.pick.none')}
      options={options}
      onChange={(id: number) => {
        const option = options.find((one) => one.value === id)
        setText('')
        onChange(option ? { id: option.value as FolioId, title: option.title } : null)
      }}
    />
  )
}
