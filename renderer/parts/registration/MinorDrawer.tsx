import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type MinorEntryKind, minorEntryKinds } from '#shared/domain/registration/minor.ts'
import './drawers.css'

export type Minor = OutputOf<'registration.minors'>['rows'][number]

type Props = {
  minor: Minor
  /** After it was saved; it closes where this is absent. */
  onSaved?: () => void
  onClose: () => void
}

const guardianFields = ['guardianName', 'guardianPhone', 'guardianRelation'] as const

/** The sheet of a minor: guardian, relations in the room, what was looked at, and what was noted since. */
export function MinorDrawer({ minor, onSaved, onClose }: Props) {
  const { t, language } = useWords()
  const { sheet } = minor
  const save = useCommand('registration.saveMinor')
  const [guardian, setGuardian] = useState({
    guardianName: sheet?.guardianName ?? '',
    guardianPhone: sheet?.guardianPhone ?? '',
    guardianRelation: sheet?.guardianRelation ?? '',
  })
  const [relations, setRelations] = useState<Record<number, string>>(() =>
    Object.fromEntries(minor.others.map((one) => [one.guestId, one.relation])),
  )
  const [identity, setIdentity] = useState(sheet?.identityAt != null)
  const [contacted, setContacted] = useState(sheet?.contactedAt != null)
  const submit = async () => {
    const reply = await save.run({
      bookingId: minor.bookingId,
      guestId: minor.guestId,
      version: sheet?.version ?? 0,
      ...guardian,
      relations: minor.others.map(({ guestId }) => ({ guestId, relation: relations[guestId] ?? '' })),
      identityChecked: identity,
      guardianContacted: contacted,
    })
    if (reply.ok) (onSaved ?? onClose)()
  }
  return (
    <SideDrawer
      open
      title={`${t('registration.act.sheet')} · ${nameText(minor, language, t)}`}
      onClose={onClose}
      submit={{ label: t('common.save'), run: () => void submit(), pending: save.pending }}
    >
      {guardianFields.map((field) => (
        <TextField
          key={field}
          label={t(`field.name.${field}`)}
          value={guardian[field]}
          onChange={(value) => setGuardian((now) => ({ ...now, [field]: value }))}
          error={save.errors[field]}
          autoFocus={field === 'guardianName'}
        />
      ))}
      {minor.others.map((one) => (
        <TextField
          key={one.guestId}
          label={t('registration.relationOf', { name: nameText(one, language, t) })}
          value={relations[one.guestId] ?? ''}
          onChange={(value) => setRelations((now) => ({ ...now, [one.guestId]: value }))}
        />
      ))}
      <Tick
        label={t('field.name.identityChecked')}
        on={identity}
        set={setIdentity}
        at={sheet?.identityAt ?? null}
        by={sheet?.identityBy ?? ''}
      />
      <Tick
        label={t('field.name.guardianContacted')}
        on={contacted}
        set={setContacted}
        at={sheet?.contactedAt ?? null}
        by={sheet?.contactedBy ?? ''}
      />
      {save.trouble && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
      {sheet && <Entries sheet={sheet} />}
    </SideDrawer>
  )
}

type TickProps = {
  label: string
  on: boolean
  set: (on: boolean) => void
  at: string | null
  by: string
}

/** Something that was seen to, with who did it and when. */
function Tick({ label, on, set, at, by }: TickProps) {
  return (
    <p>
      <Checkbox checked={on} onChange={(event) => set(event.target.checked)}>
        {label}
      </Checkbox>
      {at && (
        <span className="k-quiet">
          {by} · <DateTimeText moment={at} />
        </span>
      )}
    </p>
  )
}

/** Patrols, visits and reports: each with who wrote it and when. */
function Entries({ sheet }: { sheet: NonNullable<Minor['sheet']> }) {
  const { t } = useWords()
  const note = useCommand('registration.noteMinor')
  const [kind, setKind] = useState<MinorEntryKind>('patrol')
  const [text, setText] = useState('')
  const add = async () => {
    const reply = await note.run({ id: sheet.id, version: sheet.version, kind, text })
    if (reply.ok) setText('')
  }
  return (
    <section className="reg-entries">
      <h3>{t('field.name.entries')}</h3>
      <div className="reg-entry-new">
        <Select
          aria-label={t('registration.entryKind')}
          value={kind}
          options={minorEntryKinds.map((one) => ({ value: one, label: t(`registration.entry.${one}`) }))}
          onSelect={setKind}
        />
        <Input
          aria-label={t('field.name.entries')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button disabled={note.pending || text.trim() === ''} onClick={() => void add()}>
          {t('registration.act.note')}
        </Button>
      </div>
      {note.trouble && (
        <p className="k-trouble-line" role="alert">
          {note.trouble}
        </p>
      )}
      <ul>
        {sheet.entries.map((entry) => (
          <li key={entry.id}>
            <strong>{t(`registration.entry.${entry.kind}`)}</strong> {entry.text}{' '}
            <span className="k-quiet">
              {entry.by} · <DateTimeText moment={entry.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
