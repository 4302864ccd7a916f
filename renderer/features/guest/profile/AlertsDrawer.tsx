import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type BackField, useDraft } from '#renderer/base/drafts/use-draft.ts'
import { savingByEnter } from '#renderer/base/keys/enter-saves.ts'
import { useWords } from '#renderer/base/language.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { alertAreas, blockings } from '#shared/domain/guest/choices.ts'
import { isKey } from '#shared/i18n/index.ts'
import { type Profile, useGuestEdit, useGuestId } from './editing.tsx'

type Alert = Profile['guest']['alerts'][number]

type Typed = { id: Alert['id'] | null; area: Alert['area']; text: string; blocks: Alert['blocks'] }
const fresh: Typed = { id: null, area: 'check-in', text: '', blocks: 'none' }

/** The alerts of a guest: those on file, to change or to take off with the reason, and a new one. */
export function AlertsDrawer({ alerts, onClose }: { alerts: readonly Alert[]; onClose: () => void }) {
  const { t } = useWords()
  const guestId = useGuestId()
  const draft = useDraft<Typed>(`guest:${guestId}:alert`, fresh)
  const save = useGuestEdit('guest.saveAlert')
  const [removing, setRemoving] = useState<Alert['id'] | null>(null)
  const typed = draft.value
  const change = (patch: Partial<Typed>) => {
    draft.set({ ...typed, ...patch })
    save.reset()
  }
  const submit = async () => {
    const { id, ...alert } = typed
    const reply = await save.run({ ...(id === null ? {} : { id }), ...alert })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('guest.section.alerts')}
      onClose={onClose}
      draft={{ ...draft, back: backOf(draft.back, alerts, typed.id) }}
      draftWords={{
        text: (field, value) => {
          const key = `guest.alert.${field}.${String(value)}`
          return isKey(key) ? t(key) : undefined
        },
      }}
      submit={{
        label: t(typed.id === null ? 'guest.alert.add' : 'common.save'),
        run: () => void submit(),
        pending: save.pending,
        disabled: typed.text.trim() === '',
      }}
    >
      <ul className="g-alert-list">
        {alerts.length === 0 && <li className="k-faint">{t('guest.alert.none')}</li>}
        {alerts.map((alert) => (
          <li key={alert.id}>
            <div className="g-line">
              <Mark of={alert.blocks === 'none' ? 'warning' : 'blocking'} />
              <span className="g-line-text">
                <b>
                  {alert.blocks === 'none'
                    ? t(`guest.alert.area.${alert.area}`)
                    : t(`guest.alert.blocks.${alert.blocks}`)}
                </b>{' '}
                {alert.text}
              </span>
              <button type="button" className="k-tool" onClick={() => change(alert)}>
                {t('common.edit')}
              </button>
              <button type="button" className="k-tool" onClick={() => setRemoving(alert.id)}>
                {t('common.remove')}
              </button>
            </div>
            {removing === alert.id && <Removal alert={alert} onDone={() => setRemoving(null)} />}
          </li>
        ))}
      </ul>
      <h3 className="g-form-head">{t(typed.id === null ? 'guest.alert.add' : 'common.edit')}</h3>
      <Field label={t('guest.alert.text')} error={save.errors.text}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={typed.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="k-field-row">
        <Field label={t('field.name.area')} error={save.errors.area}>
          {(control) => (
            <Select
              {...control}
              value={typed.area}
              options={alertAreas.map((area) => ({ value: area, label: t(`guest.alert.area.${area}`) }))}
              onSelect={(area) => change({ area })}
            />
          )}
        </Field>
        <Field label={t('field.name.blocks')} error={save.errors.blocks}>
          {(control) => (
            <Select
              {...control}
              value={typed.blocks}
              options={blockings.map((blocks) => ({
                value: blocks,
                label: t(`guest.alert.blocks.${blocks}`),
              }))}
              onSelect={(blocks) => change({ blocks })}
            />
          )}
        </Field>
      </div>
      {save.trouble && Object.keys(save.errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
    </SideDrawer>
  )
}

/** Of an alert that is changed, beside what it is now. */
function backOf(
  back: readonly BackField[],
  alerts: readonly Alert[],
  id: Alert['id'] | null,
): readonly BackField[] {
  const onFile: Partial<Record<string, unknown>> = alerts.find((alert) => alert.id === id) ?? {}
  return back
    .filter(({ field }) => field !== 'id')
    .map((one) => ({ ...one, was: onFile[one.field] ?? one.was }))
    .filter(({ was, typed }) => was !== typed)
}

function Removal({ alert, onDone }: { alert: Alert; onDone: () => void }) {
  const { t } = useWords()
  const remove = useGuestEdit('guest.removeAlert')
  const guestId = useGuestId()
  const draft = useDraft(`guest:${guestId}:alert:${alert.id}:remove`, '')
  const disabled = draft.value.trim() === '' || draft.waiting
  const submit = async () => {
    if (disabled || remove.pending) return
    const reply = await remove.run({ id: alert.id, reason: draft.value })
    if (!reply.ok) return
    draft.clear()
    onDone()
  }
  return (
    <div className="g-inline-form" {...savingByEnter(submit)}>
      <DraftNote draft={draft} names={() => t('common.reason')} />
      <ReasonField
        autoFocus
        value={draft.value}
        onChange={draft.set}
        usual={[
          t('guest.alert.usual.settled'),
          t('guest.alert.usual.outdated'),
          t('guest.alert.usual.mistake'),
        ]}
        error={remove.trouble ?? undefined}
      />
      <div className="g-form-foot">
        <Button danger disabled={disabled} loading={remove.pending} onClick={() => void submit()}>
          {t('common.remove')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}
