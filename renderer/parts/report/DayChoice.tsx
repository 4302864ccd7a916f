import { useState } from 'react'
import { DateField } from '#renderer/ui/DateField.tsx'
import type { DateKind } from '#renderer/ui/typed-date.ts'
import { isBusinessDate } from '#shared/values/business-date.ts'

type Props = {
  label: string
  value: string
  kind: DateKind
  /** Once Enter is pressed or the field is left: what is half typed is often a day already. */
  onChoose: (day: string) => void
}

/** A day that something is read for: only a whole one is taken. */
export function DayChoice({ label, value, kind, onChoose }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const take = () => {
    const isNew = typed !== null && typed !== value && isBusinessDate(typed)
    if (isNew) onChoose(typed)
    if (typed === null || isBusinessDate(typed)) setTyped(null)
    return isNew
  }
  return (
    <span className="rp-day" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && take()}>
      <DateField
        aria-label={label}
        kind={kind}
        value={typed ?? value}
        onChange={setTyped}
        // The Enter that takes a day does not also save the form that it is in
        onKeyDown={(event) => event.key === 'Enter' && take() && event.preventDefault()}
      />
    </span>
  )
}
