import { Input } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import type { Scan } from '#renderer/base/keys/scan.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'

type Props = { inputClass: string; keys: string; onRead: (scan: Scan) => void }

/** A document that is typed or pasted: a resident ID number, the lines of a zone, the text of a card. */
export function TypedDocument({ inputClass, keys, onRead }: Props) {
  const { t } = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const read = (whole: string) => {
    if (whole.trim() === '') return
    onRead({ text: whole.trim(), trouble: null })
    setText('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    read(text)
  }
  // A field of one line would join the lines of what is pasted: several are a whole document
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (!/\S[\r\n]+\s*\S/.test(pasted)) return
    event.preventDefault()
    read(pasted)
  }
  return (
    <div className="k-stay-typed">
      <label htmlFor={id}>
        {t('stay.in.typeDocument')} <KeyHint keys={keys} />
      </label>
      <Input
        id={id}
        className={inputClass}
        value={text}
        maxLength={1000}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('stay.in.typeDocumentExample')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onPaste={paste}
      />
    </div>
  )
}
