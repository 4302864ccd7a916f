import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Fields } from '#renderer/base/drafts/merge.ts'
import type { VersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { planActs } from './acts.ts'
import { YearChoice } from './YearChoice.tsx'

type Props<V extends Fields> = {
  title: string
  /** Where nothing is on file yet. */
  note: string | undefined
  year: number
  onYear: (year: number) => void
  form: VersionedEdit<V>
  names: (field: string) => string
  save: { pending: boolean; trouble: string | null }
  onSave: () => Promise<void>
  /** Cells that are no figures: nothing is saved while there are any. */
  wrong: number
  /** Cells of a pasted block that were left out. */
  beyond: number
  tools: ReactNode
  children: ReactNode
}

/** A year's grid with what is chosen and said above it, saved by its button and its key. */
export function PlanPane<V extends Fields>(props: Props<V>) {
  const { title, note, year, onYear, form, names, save, onSave, wrong, beyond, tools, children } = props
  const { t } = useWords()
  const canSave = form.ready && wrong === 0 && !save.pending
  const submit = async () => {
    if (canSave) await onSave()
  }
  useActs(planActs, { save: submit })
  return (
    <Pane
      title={title}
      note={note}
      scroll={false}
      tools={
        <>
          <YearChoice year={year} onChoose={onYear} />
          <Button type="primary" disabled={!canSave} loading={save.pending} onClick={() => void submit()}>
            {t('common.save')} <KeyHint keys={planActs.save.key} />
          </Button>
        </>
      }
    >
      <div className="pg-tools">{tools}</div>
      <div className="pg-notes">
        <FormNotes form={form} names={names} trouble={save.trouble} />
        {wrong > 0 && <p className="k-trouble-line">{t('budget.unreadable', { count: wrong })}</p>}
        {beyond > 0 && (
          <p className="k-trouble-line" role="alert">
            {t('budget.beyond', { count: beyond })}
          </p>
        )}
      </div>
      {children}
    </Pane>
  )
}
