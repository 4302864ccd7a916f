import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useKeys } from '#renderer/base/keys/use-keys.ts'
import { KeyHint } from './KeyHint.tsx'

type Props = {
  label: string
  value: string
  /** Told as one types, but never while an input method is composing. */
  onSearch: (text: string) => void
  /** Arrow down or Enter: to the first row. */
  onDown?: () => void
  placeholder?: string
  autoFocus?: boolean
}

/** Search as one types; Ctrl+F comes back to it, Arrow down goes on to the rows. */
export function SearchField({ label, value, onSearch, onDown, placeholder, autoFocus = false }: Props) {
  const field = useRef<InputRef>(null)
  const [text, setText] = useState(value)
  const composing = useRef(false)
  const told = useRef(value)
  useEffect(() => {
    if (value !== told.current) setText(value)
    told.current = value
  }, [value])
  useKeys({ 'Ctrl+F': { label: 'keys.search', run: () => field.current?.focus({ cursor: 'all' }) } })
  const tell = (next: string) => {
    told.current = next
    onSearch(next)
  }
  return (
    <Input
      ref={field}
      className="k-search"
      type="search"
      aria-label={label}
      placeholder={placeholder ?? label}
      prefix={<SearchOutlined aria-hidden />}
      suffix={<KeyHint keys="Ctrl+F" />}
      value={text}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setText(event.target.value)
        if (!composing.current) tell(event.target.value)
      }}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        tell(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault()
          onDown?.()
        }
      }}
    />
  )
}
