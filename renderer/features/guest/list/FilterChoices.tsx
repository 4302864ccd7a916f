import { Select } from 'antd'
import { useEffect, useRef } from 'react'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import type { Choice } from './filters.ts'

export type Option = { value: string; label: string }
export type ChoiceField = {
  name: Choice
  label: string
  key: string
  value: string
  /** The first one is any. */
  options: Option[]
}

type Props = {
  fields: readonly ChoiceField[]
  open: Choice | null
  onOpen: (choice: Choice | null) => void
  onChoose: (choice: Choice, value: string) => void
}

/** The filters that are chosen from a list, each with its key. */
export function FilterChoices({ fields, open, onOpen, onChoose }: Props) {
  return fields.map((field) => (
    <Chosen
      key={field.name}
      field={field}
      open={open === field.name}
      onOpen={(opens) => onOpen(opens ? field.name : null)}
      onChoose={(value) => onChoose(field.name, value)}
    />
  ))
}

type ChosenProps = {
  field: ChoiceField
  open: boolean
  onOpen: (open: boolean) => void
  onChoose: (value: string) => void
}

function Chosen({ field, open, onOpen, onChoose }: ChosenProps) {
  const select = useRef<{ focus: () => void }>(null)
  useEffect(() => {
    if (open) select.current?.focus()
  }, [open])
  return (
    <>
      <Select
        ref={select as never}
        className={`g-filter${field.value ? ' g-filter-on' : ''}`}
        aria-label={field.label}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={field.value}
        open={open}
        onOpenChange={onOpen}
        onSelect={onChoose}
        options={field.options}
      />
      <KeyHint keys={field.key} />
    </>
  )
}
