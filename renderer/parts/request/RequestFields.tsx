import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { CommandState } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { tooLong } from '#renderer/ui/too-long.ts'
import {
  type Department,
  departmentOf,
  departments,
  type RequestKind,
  requestKinds,
} from '#shared/domain/request/request.ts'
import type { Key } from '#shared/i18n/index.ts'
import { wishWords } from '#shared/i18n/wish-text.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { clockText } from './clock-text.ts'

/** A request as it is typed, and as its draft keeps it. */
export type TypedRequest = {
  kind: RequestKind
  text: string
  /** Null: the kind's usual one. */
  department: Department | null
  dueOn: string
  dueTime: string
}

/** What the core receives of it. */
export function requestInput({ kind, text, department, dueOn, dueTime }: TypedRequest) {
  return {
    kind,
    text,
    department: department ?? departmentOf(kind),
    dueOn: dueOn as BusinessDate,
    dueTime: dueTime.trim() === '' ? null : clockText(dueTime),
  }
}

type Props = {
  typed: TypedRequest
  set: (patch: Partial<TypedRequest>) => void
  command: CommandState<'request.create'> | CommandState<'request.update'>
  /** What a day typed without its month is near to. */
  base: BusinessDate
  /** Is between what is asked for and who sees to it. */
  children?: ReactNode
}

/** What is asked for, by which department, due when; what the core would not have is beside its field. */
export function RequestFields({ typed, set, command, base, children }: Props) {
  const { t, language } = useWords()
  const { errors, failed, trouble } = command
  const refusal = failed && 'refusal' in failed ? failed.refusal.code : null
  const refusedBy = (code: string) => (refusal === code ? (trouble ?? undefined) : undefined)
  const textError = tooLong(typed.text, 300, language) ?? errors.text ?? refusedBy('TEXT_NEEDED')
  const dueError = errors.dueOn ?? refusedBy('DUE_OUTSIDE_STAY')
  const isBeside = textError !== undefined || dueError !== undefined || Object.keys(errors).length > 0
  return (
    <>
      <Field label={t('booking.requests.kind')} error={errors.kind}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            value={typed.kind}
            options={requestKinds.map((kind) => ({ value: kind, label: wishWords(kind, language) }))}
            onChange={(kind: RequestKind) => set({ kind })}
          />
        )}
      </Field>
      <Field label={t('booking.requests.text')} hint={t('booking.requests.textHint')} error={textError}>
        {(control) => (
          <Input {...control} value={typed.text} onChange={(event) => set({ text: event.target.value })} />
        )}
      </Field>
      {children}
      <Field label={t('booking.requests.department')} error={errors.department}>
        {(control) => (
          <Select
            {...control}
            value={typed.department ?? departmentOf(typed.kind)}
            options={departments.map((code) => ({
              value: code,
              label: t(`request.department.${code}` as Key),
            }))}
            onChange={(department: Department) => set({ department })}
          />
        )}
      </Field>
      <div className="k-field-row">
        <Field label={t('booking.requests.dueOn')} error={dueError}>
          {(control) => (
            <DateField {...control} base={base} value={typed.dueOn} onChange={(dueOn) => set({ dueOn })} />
          )}
        </Field>
        <Field
          label={t('booking.requests.dueTime')}
          hint={t('booking.requests.dueTimeHint')}
          error={errors.dueTime}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={typed.dueTime}
              onChange={(event) => set({ dueTime: event.target.value })}
            />
          )}
        </Field>
      </div>
      {trouble && !isBeside && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </>
  )
}
