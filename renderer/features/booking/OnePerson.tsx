import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import type { Person } from '#renderer/parts/guest/person.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { CloseIcon } from '#renderer/ui/icons.tsx'
import type { GuestId } from '#shared/values/index.ts'
import { GuestName } from '../../parts/guest/GuestName.tsx'
import { nameText } from '../../parts/guest/names.ts'
import { TierTag } from '../../parts/loyalty/TierTag.tsx'
import { GuestPicker } from './GuestPicker.tsx'

type OneProps = {
  label: string
  person: Person | null
  /** What is there while nobody is chosen. */
  empty?: string
  without: readonly GuestId[]
  onPick: (person: Person) => void
  onRemove?: () => void
  autoFocus?: boolean
}

/** Who is chosen, and the field that chooses another. */
export function OnePerson({ label, person, empty, without, onPick, onRemove, autoFocus = false }: OneProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  return (
    <Field label={label}>
      {(control) => (
        <div className="k-bk-one">
          {person ? (
            <PersonChip person={person} {...(onRemove ? { onRemove } : {})} />
          ) : (
            <span className="k-quiet">{empty}</span>
          )}
          <GuestPicker
            {...control}
            autoFocus={autoFocus}
            placeholder={t(person ? 'booking.change.replace' : 'booking.new.find')}
            text={text}
            onText={setText}
            without={without}
            onPick={onPick}
          />
        </div>
      )}
    </Field>
  )
}

/** A person by name; with it the button that takes them off. */
export function PersonChip({ person, onRemove }: { person: Person; onRemove?: () => void }) {
  const { t, language } = useWords()
  const name = nameText(person, language, t)
  return (
    <span className="k-tag k-bk-person">
      <GuestName of={person} />
      <TierTag tier={person.tier} />
      {onRemove && (
        <button type="button" aria-label={t('booking.change.removePerson', { name })} onClick={onRemove}>
          <CloseIcon />
        </button>
      )}
    </span>
  )
}
