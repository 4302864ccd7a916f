import './form.css'
import { Button, Input, type InputProps } from 'antd'
import type { ReactNode } from 'react'
import { thePlatform } from '#renderer/api/platform.ts'
import { useWords } from '#renderer/base/language.ts'

type Props = Omit<InputProps, 'value' | 'onChange'> & {
  value: string
  onChange: (folder: string) => void
  /** What stands beside the field and its button. */
  children?: ReactNode
}

/** A folder of the machine that the program runs on: chosen in the window, typed in a browser. */
export function FolderInput({ onChange, children, ...input }: Props) {
  const { t } = useWords()
  const { pickFolder } = thePlatform()
  const choose = async () => {
    const chosen = await pickFolder?.()
    if (chosen) onChange(chosen)
  }
  return (
    <div className="form-folder">
      <Input
        {...input}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {pickFolder && <Button onClick={() => void choose()}>{t('settings.backup.browse')}</Button>}
      {children}
    </div>
  )
}
