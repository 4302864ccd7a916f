import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'

type Props = {
  title: string
  /** What the name is of, a word about it, and what is wrong with it. */
  label: string
  hint: string
  error: string | undefined
  name: string
  onName: (name: string) => void
  pending: boolean
  onSave: () => void
  onClose: () => void
  children?: ReactNode
}

/** Asks for the name under which something is kept. */
export function NameDrawer({ title, label, hint, error, name, onName, pending, onSave, ...props }: Props) {
  const { t } = useWords()
  return (
    <SideDrawer
      open
      title={title}
      onClose={props.onClose}
      submit={{ label: t('common.save'), run: onSave, pending, disabled: name.trim() === '' }}
    >
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={name}
            maxLength={60}
            onChange={(event) => onName(event.target.value)}
          />
        )}
      </Field>
      {props.children}
    </SideDrawer>
  )
}
