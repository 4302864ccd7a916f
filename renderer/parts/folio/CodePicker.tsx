import { type RefSelectProps, Select } from 'antd'
import { type Ref, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { type Chart, findCodes, type NamedCode } from './use-chart.ts'

type Props = {
  chart: Pick<Chart, 'nameOf'>
  codes: readonly NamedCode[]
  value: number | null
  onChange: (id: number | null) => void
  autoFocus?: boolean
  id?: string
  status?: 'error'
  ref?: Ref<RefSelectProps>
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** A transaction code found by its code, either name, pinyin or initials; Enter takes the first. */
export function CodePicker({ chart, codes, value, onChange, ref, ...control }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const shown = text === '' ? codes : findCodes(codes, text)
  return (
    <Select
      {...control}
      {...(ref ? { ref } : {})}
      showSearch={{ filterOption: false, onSearch: setText }}
      defaultActiveFirstOption
      placeholder={t('folioScreen.charge.find')}
      value={value}
      notFoundContent={t('folioScreen.charge.notFound', { text })}
      options={shown.map((code) => ({
        value: code.id as number,
        label: (
          <>
            <span className="k-code">{code.code}</span> {chart.nameOf(code)}
          </>
        ),
      }))}
      onChange={(id: number | undefined) => {
        setText('')
        onChange(id ?? null)
      }}
    />
  )
}
