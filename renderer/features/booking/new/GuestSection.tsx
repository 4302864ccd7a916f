import { Button, Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { GuestsOnFile } from '#renderer/parts/guest/GuestsOnFile.tsx'
import type { Person } from '#renderer/parts/guest/person.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { latinName } from '#shared/domain/name/name.ts'
import type { GuestId } from '#shared/values/index.ts'
import { alertLines } from '../../../parts/guest/alert-lines.ts'
import {
  createInput,
  guestFromSearch,
  type NewGuest,
  pathOf,
  refusedField,
} from '../../../parts/guest/typed-guest.ts'
import { newBookingActs } from '../acts.ts'
import { FactLabel } from '../confirmation/FactLabel.tsx'
import type { FactName } from '../confirmation/facts.ts'
import { openPoints } from '../confirmation/message-draft.ts'
import { GuestPicker } from '../GuestPicker.tsx'
import { PersonChip } from '../OnePerson.tsx'
import { type NewDraft, ofNobody } from './new-draft.ts'

type Props = {
  draft: NewDraft
  set: (patch: Partial<NewDraft>) => void
  /** The guest is chosen: on to the dates. */
  onChosen: () => void
  error: string | undefined
  /** Beneath a guest who is chosen. */
  children?: ReactNode
}

/** Who stays: found as one types, or made new here. */
export function GuestSection({ draft, set, onChosen, error, children }: Props) {
  const { t } = useWords()
  const pick = (guest: Person) => {
    set({ ...ofNobody, guest, guestText: '', newGuest: null })
    onChosen()
  }
  if (draft.newGuest) {
    return (
      <>
        {draft.message?.filled && (
          <GuestsOnFile guest={draft.message.filled.newGuest ?? draft.newGuest} onPick={pick} />
        )}
        <NewGuestForm
          key={draft.message?.filled ? 'message' : 'typed'}
          guest={draft.newGuest}
          held={openPoints(draft).some(({ name }) => name === 'guest' || name === 'phone')}
          onChange={(newGuest) => set({ newGuest })}
          onLeave={() => set({ newGuest: null })}
          onMade={pick}
        />
      </>
    )
  }
  return (
    <Field label={t('booking.new.guest')} error={error}>
      {(control) =>
        draft.guest ? (
          <div className="k-bk-chosen">
            <PersonChip person={draft.guest} onRemove={() => set({ ...ofNobody, guest: null })} />
            {children}
            <Warnings id={draft.guest.id} />
          </div>
        ) : (
          <div className="k-bk-find">
            <GuestPicker
              {...control}
              autoFocus
              text={draft.guestText}
              onText={(guestText) => set({ guestText })}
              onPick={pick}
              onNew={(text) => set({ newGuest: guestFromSearch(text), guestText: '' })}
            />
            <button
              type="button"
              className="k-tool"
              onClick={() => set({ newGuest: guestFromSearch(draft.guestText), guestText: '' })}
            >
              {t('booking.new.makeNew')} <KeyHint keys={newBookingActs.newGuest.key} />
            </button>
          </div>
        )
      }
    </Field>
  )
}

/** Alerts of the guest that concern a reservation are seen before it is made. */
function Warnings({ id }: { id: GuestId }) {
  const { t } = useWords()
  const { data } = useQuery('guest.profile', { id })
  const alerts = alertLines(data?.guest.alerts ?? [], t)
  if (alerts.length === 0) return null
  return (
    <ul className="k-bk-warnings">
      {alerts.map((alert) => (
        <li key={alert.key} className={alert.blocking ? 'k-alert-blocking' : ''}>
          <Mark of={alert.blocking ? 'blocking' : 'warning'} />
          <b>{alert.area}</b> {alert.text}
        </li>
      ))}
    </ul>
  )
}

type FormProps = {
  guest: NewGuest
  /** The message leaves a doubt of the name or the number: somebody looks at it before the guest is made. */
  held: boolean
  onChange: (guest: NewGuest) => void
  onLeave: () => void
  onMade: (person: Person) => void
}

const fields = ['nativeName', 'familyName', 'givenName', 'mobile', 'email'] as const
type FieldName = (typeof fields)[number]

function factOf(name: FieldName): FactName {
  if (name === 'mobile') return 'phone'
  return name === 'email' ? 'email' : 'guest'
}

function NewGuestForm({ guest, held, onChange, onLeave, onMade }: FormProps) {
  const { t } = useWords()
  const create = useCommand('guest.create')
  const [sent, setSent] = useState(guest)
  const [refusedHeld, setRefusedHeld] = useState(false)
  // An e-mail is asked for where one was typed; what is emptied by hand keeps its field
  const [withEmail] = useState(guest.email !== '')
  const shown = fields.filter((name) => name !== 'email' || withEmail)
  const stands = (name: FieldName) => sent[name] === guest[name]
  const refused = create.failed && 'refusal' in create.failed ? refusedField(create.failed.refusal) : null
  const errorOf = (name: FieldName) => {
    if (!stands(name)) return undefined
    return refused === name ? (create.trouble ?? undefined) : create.errors[pathOf(name, sent)]
  }
  const atField = shown.some((name) => errorOf(name) !== undefined)
  const save = async () => {
    setRefusedHeld(held)
    if (held) return
    setSent(guest)
    const reply = await create.run(createInput(guest))
    if (!reply.ok) return
    const { id } = reply.output
    onMade({ id, name: guest.nativeName || latinName(guest), latinName: latinName(guest), tier: null })
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return
    if (event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') void save()
    else onLeave()
  }
  const first = shown.find((name) => guest[name] === '' && name !== 'nativeName') ?? 'mobile'
  return (
    <fieldset className="k-bk-new-guest" onKeyDown={press}>
      <legend>{t('booking.new.makeNew')}</legend>
      <div className="k-bk-names">
        {shown.map((name) => (
          <Field
            key={name}
            label={
              <FactLabel of={guest[name] === '' ? null : factOf(name)}>{t(`booking.new.${name}`)}</FactLabel>
            }
            error={errorOf(name)}
          >
            {(control) => (
              <Input
                {...control}
                autoFocus={name === first}
                autoComplete="off"
                value={guest[name]}
                onChange={(event) => onChange({ ...guest, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {refusedHeld && held && (
        <p className="k-trouble-line" role="alert">
          {t('confirmation.hold', { count: 1 })}
        </p>
      )}
      {create.trouble && !atField && shown.every(stands) && (
        <p className="k-trouble-line" role="alert">
          {create.trouble}
        </p>
      )}
      <div className="k-drawer-foot">
        <Button type="primary" loading={create.pending} onClick={() => void save()}>
          {t('booking.new.saveGuest')} <KeyHint keys="Enter" />
        </Button>
        <Button onClick={onLeave}>
          {t('common.cancel')} <KeyHint keys="Esc" />
        </Button>
      </div>
    </fieldset>
  )
}
