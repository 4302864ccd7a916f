import { Input, type InputProps, type InputRef } from 'antd'
import { type Ref, useState } from 'react'
import { useHotelMaybe } from '#renderer/api/use-hotel.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { shownMoney } from './shown-money.ts'

type Props = Omit<InputProps, 'value' | 'onChange' | 'onBlur' | 'inputMode' | 'autoComplete'> & {
  /** The amount as it was typed; '' when empty. */
  value: string
  onChange: (text: string) => void
  ref?: Ref<InputRef>
}

/** An amount, typed as one likes (`1200`, `1,200`, `１２００`); left, it is written as all figures are: 1,200.00. */
export function MoneyField({ value, onChange, className = '', onFocus, onKeyDown, ...input }: Props) {
  const { locale } = useWords()
  const currency = useHotelMaybe()?.currency ?? 'CNY'
  const [typing, setTyping] = useState(false)
  return (
    <Input
      {...input}
      className={`k-money ${className}`}
      inputMode="decimal"
      autoComplete="off"
      value={typing ? value : shownMoney(value, currency, locale)}
      onChange={(event) => {
        setTyping(true)
        onChange(event.target.value)
      }}
      onFocus={(event) => {
        event.target.select()
        onFocus?.(event)
      }}
      onBlur={() => setTyping(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) setTyping(false)
        onKeyDown?.(event)
      }}
    />
  )
}
