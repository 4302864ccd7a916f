import { Input, type InputRef, Select } from 'antd'
import { useRef } from 'react'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { InlineField } from '#renderer/ui/InlineField.tsx'
import { CloseIcon, StarFullIcon, StarIcon } from '#renderer/ui/icons.tsx'
import { contactKinds } from '#shared/domain/guest/choices.ts'
import { readablePhone } from '../../../parts/guest/phone-text.ts'
import { guessedKind } from './contact-text.ts'
import { type Profile, useGuestEdit, useGuestId } from './editing.tsx'
import { Part } from './SectionHead.tsx'

type Contact = Profile['guest']['contacts'][number]

/** How to reach the guest: each line edited in place, one line to add another. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useWords()
  const [adding, setAdding] = useHeld('contact:adding', false)
  return (
    <Part
      name="contacts"
      title={t('guest.section.contacts')}
      tools={
        !adding && (
          <button type="button" className="k-tool" onClick={() => setAdding(true)}>
            + {t('guest.act.addContact')}
          </button>
        )
      }
    >
      {contacts.length === 0 && !adding && <p className="k-faint">{t('guest.contact.none')}</p>}
      <ul>
        {contacts.map((contact) => (
          <ContactLine
            key={contact.id}
            contact={contact}
            alone={contacts.filter((one) => one.kind === contact.kind).length === 1}
          />
        ))}
        {adding && <NewContact onDone={() => setAdding(false)} />}
      </ul>
    </Part>
  )
}

function ContactLine({
  contact,
  alone,
}: {
  contact: Contact /** No other of its kind: preferred anyway. */
  alone: boolean
}) {
  const { t } = useWords()
  const guestId = useGuestId()
  const save = useGuestEdit('guest.saveContact')
  const remove = useGuestEdit('guest.removeContact')
  const { id, kind, value, primary } = contact
  const kindWord = t(`guest.contact.${kind}`)
  return (
    <li className="g-line">
      <span className="g-line-name">{kindWord}</span>
      <span className="g-line-text">
        <InlineField
          label={kindWord}
          value={value}
          shown={kind === 'mobile' || kind === 'phone' ? readablePhone(value) : <Breakable text={value} />}
          draft={`guest:${guestId}:contact:${id}`}
          operation="guest.saveContact"
          onSave={(text) => save.run({ id, kind, value: text, primary })}
        />
        {contact.agencyMasked && (
          <span className="k-faint g-small" title={t('guest.contact.masked')}>
            {' '}
            ⇄<span className="k-hidden">{t('guest.contact.masked')}</span>
          </span>
        )}
      </span>
      {alone ? null : primary ? (
        <span className="g-mini" title={t('guest.contact.primary')}>
          <StarFullIcon />
          <span className="k-hidden">{t('guest.contact.primary')}</span>
        </span>
      ) : (
        <button
          type="button"
          className="g-mini"
          aria-label={`${t('guest.act.makePrimary')}: ${value}`}
          title={t('guest.act.makePrimary')}
          onClick={() => void save.run({ id, kind, value, primary: true })}
        >
          <StarIcon />
        </button>
      )}
      <button
        type="button"
        className="g-mini"
        aria-label={`${t('common.remove')}: ${value}`}
        title={t('common.remove')}
        onClick={() => void remove.run({ id })}
      >
        <CloseIcon />
      </button>
      {remove.trouble && (
        <span className="k-trouble-line g-line-note" role="alert">
          {remove.trouble}
        </span>
      )}
    </li>
  )
}

/** A long address goes on at its @ on the next line, not in the middle of a word. */
function Breakable({ text }: { text: string }) {
  const at = text.indexOf('@')
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  )
}

function NewContact({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const guestId = useGuestId()
  const draft = useDraft(`guest:${guestId}:new-contact`, { kind: 'mobile' as Contact['kind'], value: '' })
  const save = useGuestEdit('guest.saveContact')
  const field = useRef<InputRef>(null)
  const { kind, value } = draft.value
  const submit = async () => {
    if (draft.waiting) return
    if (value.trim() === '') return onDone()
    const reply = await save.run({ kind, value, primary: false })
    if (!reply.ok) return
    draft.clear()
    onDone()
  }
  return (
    <li className="g-line">
      <Select
        aria-label={t('field.name.kind')}
        className="g-kind"
        popupMatchSelectWidth={false}
        value={kind}
        options={contactKinds.map((one) => ({ value: one, label: t(`guest.contact.${one}`) }))}
        onSelect={(next) => {
          draft.set({ kind: next, value })
          field.current?.focus()
        }}
      />
      <Input
        ref={field}
        autoFocus
        className="g-line-text"
        aria-label={t(`guest.contact.${kind}`)}
        aria-invalid={save.trouble !== null}
        {...(save.trouble ? { status: 'error' as const } : {})}
        value={value}
        onChange={(event) => {
          draft.set({ kind: guessedKind(kind, event.target.value), value: event.target.value })
          save.reset()
        }}
        onKeyDown={(event) => {
          if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Enter') void submit()
          else onDone()
        }}
      />
      {save.trouble && (
        <span className="k-trouble-line g-line-note" role="alert">
          {save.trouble}
        </span>
      )}
      <DraftNote
        draft={draft}
        text={(field, typed) =>
          field === 'kind' ? t(`guest.contact.${typed as Contact['kind']}`) : undefined
        }
      />
    </li>
  )
}
