import { Input, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/app/drafts/use-draft.ts'
import { isComposing } from '#renderer/app/keys/ime.ts'
import { useWords } from '#renderer/app/language.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { tooLong } from '#renderer/ui/too-long.ts'
import { departments, requestKinds } from '#shared/contract/request.ts'
import { type Department, departmentOf, type RequestKind } from '#shared/domain/request.ts'
import type { Key } from '#shared/i18n/index.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { type Request, wishText } from '../RequestsPane.tsx'
import { wishWords } from '../words.ts'
import { besideWidth, type ChangeProps, DraftNote } from './ChangeDrawer.tsx'
import { ConflictNote, useHeldVersion } from './ConflictNote.tsx'
import { clockText } from './clock-text.ts'

/** Notes one wish for this stay, or changes one that is open. */
export function RequestDrawer({
  booking,
  request,
  onClose,
}: ChangeProps & { request?: Request | undefined }) {
  const { t, language } = useWords()
  const create = useCommand('request.create')
  const update = useCommand('request.update')
  const draft = useDraft(`booking:${booking.id}:request:${request?.id ?? 'new'}`, {
    kind: (request?.kind ?? 'quiet') as RequestKind,
    text: request?.text ?? '',
    /** Null: the kind's usual one. */
    department: (request?.department ?? null) as Department | null,
    dueOn: (request?.dueOn ?? booking.arrival) as string,
    dueTime: request?.dueTime ?? '',
  })
  const typed = draft.value
  const set = (patch: Partial<typeof typed>) => draft.set({ ...typed, ...patch })
  const command = request ? update : create
  const held = useHeldVersion(request?.version ?? 0, command.pending)
  const dueTime = typed.dueTime.trim()
  const run = async () => {
    const fields = {
      kind: typed.kind,
      text: typed.text,
      department: typed.department ?? departmentOf(typed.kind),
      dueOn: typed.dueOn as BusinessDate,
      dueTime: dueTime === '' ? null : clockText(dueTime),
    }
    const reply = request
      ? await update.run({ id: request.id, version: held.version, ...fields })
      : await create.run({ bookingId: booking.id, ...fields })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const { errors } = command
  return (
    <SideDrawer
      open
      title={t(request ? 'booking.requests.change' : 'booking.requests.add')}
      onClose={onClose}
      width={besideWidth}
      submit={{
        label: t(request ? 'booking.requests.saveChange' : 'booking.requests.save'),
        run: () => void run(),
        disabled: typed.kind === 'other' && typed.text.trim() === '',
        pending: command.pending,
      }}
    >
      <div data-esc="pass">
        <DraftNote draft={draft} />
        {request && <ConflictNote booking={booking} entity="request" id={request.id} held={held} />}
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
        <Field
          label={t('booking.requests.text')}
          hint={t('booking.requests.textHint')}
          error={tooLong(typed.text, 300, language) ?? errors.text}
        >
          {(control) => (
            <Input {...control} value={typed.text} onChange={(event) => set({ text: event.target.value })} />
          )}
        </Field>
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
          <Field label={t('booking.requests.dueOn')} error={errors.dueOn}>
            {(control) => (
              <DateField
                {...control}
                base={booking.arrival}
                value={typed.dueOn}
                onChange={(dueOn) => set({ dueOn })}
              />
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
        {command.trouble && Object.keys(errors).length === 0 && (
          <p className="k-trouble-line" role="alert">
            {command.trouble}
          </p>
        )}
      </div>
    </SideDrawer>
  )
}

/** Declines a wish: names what goes and asks why. */
export function DeclineDrawer({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t, language } = useWords()
  const advance = useCommand('request.advance')
  const draft = useDraft(`request:${request.id}:decline`, { reason: '' })
  const { reason } = draft.value
  const empty = reason.trim() === ''
  const run = async () => {
    const reply = await advance.run({
      id: request.id,
      version: request.version,
      action: 'decline',
      reason: reason.trim(),
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || isComposing(event)) return
    if (!(event.target instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    if (!empty && !advance.pending) void run()
  }
  return (
    <SideDrawer
      open
      title={t('booking.requests.decline')}
      onClose={onClose}
      width={besideWidth}
      submit={{
        label: t('booking.requests.decline'),
        run: () => void run(),
        disabled: empty,
        pending: advance.pending,
        danger: true,
      }}
    >
      <div data-esc="pass" onKeyDown={press}>
        <DraftNote draft={draft} />
        <p className="k-field">{t('booking.requests.declineWhat', { what: wishText(request, language) })}</p>
        <ReasonField
          value={reason}
          autoFocus
          usual={(['full', 'never', 'taken'] as const).map((why) => t(`booking.requests.usual.${why}`))}
          error={advance.trouble ?? undefined}
          onChange={(text) => draft.set({ reason: text })}
        />
      </div>
    </SideDrawer>
  )
}
