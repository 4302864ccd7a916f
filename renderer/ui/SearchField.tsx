import { useRef, useState } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useKeys } from '#renderer/base/keys/use-keys.ts'
import { searchActs } from '#renderer/base/keys/widget-acts.ts'
import { SearchIcon } from './icons.tsx'
import { KeyHint } from './KeyHint.tsx'

type Props = {
  label: string
  /** The text there is: `onSearch` must change it at once, the field keeps none of its own. */
  value: string
  /** Called at each key, but never while an input method is composing. */
  onSearch: (text: string) => void
  /** Esc lets the text go, before another one leaves the field. */
  onClear?: () => void
  /** Arrow down or Enter: to the first row. */
  onDown?: () => void
  placeholder?: string
  autoFocus?: boolean
}

/** Search as one types; Ctrl+F comes back to it, Arrow down goes on to the rows. */
export function SearchField({
  label,
  value,
  onSearch,
  onClear,
  onDown,
  placeholder,
  autoFocus = false,
}: Props) {
  const field = useRef<HTMLInputElement>(null)
  // What an input method is composing is shown, but not searched before it is chosen
  const [composed, setComposed] = useState<string | null>(null)
  const { key, label: keyLabel } = searchActs.search
  useKeys({
    [key]: {
      label: keyLabel,
      run: () => {
        field.current?.focus()
        field.current?.select()
      },
    },
  })
  return (
    <label className="k-search">
      <SearchIcon />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={composed ?? value}
        // biome-ignore lint/a11y/noAutofocus: where the clerk types next
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          if (composed === null) onSearch(event.target.value)
          else setComposed(event.target.value)
        }}
        onCompositionStart={(event) => setComposed(event.currentTarget.value)}
        onCompositionEnd={(event) => {
          setComposed(null)
          onSearch(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Escape' && onClear && value !== '') {
            event.preventDefault()
            onClear()
          }
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            onDown?.()
          }
        }}
      />
      <KeyHint keys={key} />
    </label>
  )
}
