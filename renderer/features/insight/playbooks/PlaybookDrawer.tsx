import { Input, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { classKindWord, classWord, usualAction } from '#renderer/parts/insight/class-words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { type Department, departments } from '#shared/domain/request/request.ts'
import { type Currency, minorToDecimal, parseMoney } from '#shared/values/money.ts'
import type { PlaybookRow } from './playbook-row.ts'

type Typed = { action: string; department: Department; costMinor: string }

/** One class's playbook: what is done, by which department, and what it may cost a stay. */
export function PlaybookDrawer({ playbook, onClose }: { playbook: PlaybookRow; onClose: () => void }) {
  const { t } = useWords()
  const { currency } = useHotel()
  const { classKind, class: name, version } = playbook
  const draft = useDraft<Typed>(`insight:playbook:${classKind}:${name}`, {
    action: playbook.action || usualAction(t, classKind, name),
    department: playbook.department,
    costMinor: playbook.costMinor === null ? '' : minorToDecimal(playbook.costMinor, currency as Currency),
  })
  const save = useCommand('insight.savePlaybook')
  const [wrong, setWrong] = useState(false)
  const { action, department, costMinor } = draft.value
  const change = (patch: Partial<Typed>) => {
    draft.set({ ...draft.value, ...patch })
    setWrong(false)
    save.reset()
  }
  const submit = async () => {
    const cost = costMinor.trim() === '' ? null : parseMoney(costMinor, currency as Currency)
    if (cost !== null && !(cost >= 0)) return setWrong(true)
    const input = { classKind, class: name, version, action, department, costMinor: cost }
    const reply = await save.run(input)
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={`${classKindWord(t, classKind)} · ${classWord(t, classKind, name)}`}
      onClose={onClose}
      draft={draft}
      submit={{ label: t('common.save'), run: () => void submit(), pending: save.pending }}
    >
      {save.trouble && Object.keys(save.errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
      <Field
        label={t('insightValue.playbooks.action')}
        hint={t('insightValue.playbooks.actionHint')}
        error={save.errors.action}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 4, maxRows: 12 }}
            value={action}
            onChange={(event) => change({ action: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('field.name.department')} error={save.errors.department}>
        {(control) => (
          <Select
            {...control}
            value={department}
            options={departments.map((one) => ({ value: one, label: t(`request.department.${one}`) }))}
            onSelect={(chosen: Department) => change({ department: chosen })}
          />
        )}
      </Field>
      <Field
        label={t('insightValue.playbooks.cost')}
        hint={t('insightValue.playbooks.costHint', { currency })}
        error={wrong ? t('settings.amount', { currency }) : save.errors.costMinor}
      >
        {(control) => (
          <MoneyField {...control} value={costMinor} onChange={(text) => change({ costMinor: text })} />
        )}
      </Field>
    </SideDrawer>
  )
}
