import { type ReactNode, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import type { Fields } from '#renderer/base/drafts/merge.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { InputOf } from '#shared/contract/index.ts'
import { fieldName, isKey } from '#shared/i18n/index.ts'
import { type ListTab, saveOf } from './money-things.ts'

/** What is wrong, by path of the input: `terms.rates.0.basis.percent`. */
export type Wrong = Readonly<Record<string, string>>
/** What is wrong at a path; with `within` also beneath it. */
export type WrongAt = (path: string, within?: boolean) => string | undefined

type Input<T extends ListTab> = Omit<InputOf<(typeof saveOf)[T]>, 'id' | 'version'>

type Props<T extends ListTab, V extends Fields> = {
  tab: T
  /** Names the thing in the title. */
  label: string
  thing: { id: number; version: number } | undefined
  fresh: V
  /** What was typed as the command takes it, or what can't be read. */
  read: (values: V) => { input: Input<T> } | { wrong: Wrong }
  width?: number
  onClose: () => void
  children: (form: { values: V; change: (patch: Partial<V>) => void; wrong: WrongAt }) => ReactNode
}

/** One thing of the chart beside its list: what all of these forms have in common. */
export function MoneyDrawer<T extends ListTab, V extends Fields>(props: Props<T, V>) {
  const { tab, label, thing, fresh, read, width = 460, onClose, children } = props
  const { t, language } = useWords()
  const form = useVersionedEdit<V>(`settings:money:${tab}:${thing?.id ?? 'new'}`, fresh, thing?.version)
  const save = useCommand(saveOf[tab])
  const [unread, setUnread] = useState<Wrong>({})
  const change = (patch: Partial<V>) => {
    form.change(patch)
    setUnread({})
    save.reset()
  }
  const submit = async () => {
    const got = read(form.value)
    if ('wrong' in got) return setUnread(got.wrong)
    const reply = await form.save((version) =>
      save.run({
        ...got.input,
        ...(thing ? { id: thing.id, version: version ?? thing.version } : {}),
      } as never),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  const taken = save.failed && 'refusal' in save.failed && save.failed.refusal.code === 'CODE_TAKEN'
  const all: Wrong = {
    ...(save.errors as Wrong),
    ...unread,
    ...(taken && save.trouble ? { code: save.trouble } : {}),
  }
  const wrong: WrongAt = (path, within = false) => {
    const key = Object.keys(all).find((one) => one === path || (within && one.startsWith(`${path}.`)))
    return key === undefined ? undefined : all[key]
  }
  return (
    <SideDrawer
      open
      width={width}
      title={thing ? t(`chart.edit.${tab}`, { code: label }) : t(`chart.add.${tab}`)}
      onClose={onClose}
      submit={{
        label: t('common.save'),
        run: () => void submit(),
        pending: save.pending,
        disabled: form.theirs !== null || form.waiting,
      }}
    >
      <FormNotes
        form={form}
        names={(field) => (isKey(`field.name.${field}`) ? fieldName([field], language) : field)}
        trouble={Object.keys(all).length > 0 ? null : save.trouble}
      />
      {children({ values: form.value, change, wrong })}
    </SideDrawer>
  )
}
