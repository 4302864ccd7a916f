import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer, besideWidth } from '#renderer/parts/folio/ActDrawer.tsx'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { isBusinessDate } from '#shared/values/index.ts'
import type { ActProps } from './act-props.ts'

type Request = OutputOf<'fapiao.list'>['rows'][number]

/** What the tax platform gave back for a request: its number, or the red one that takes it back. */
export function FapiaoStepDrawer({ folio, id, onClose }: ActProps & { id: number | undefined }) {
  const { t } = useWords()
  const { data } = useQuery('fapiao.list', { folioId: folio.id })
  const request = data?.rows.find((row) => row.id === id) ?? data?.rows[0]
  if (request) return <Step key={request.id} request={request} onClose={onClose} />
  return (
    <SideDrawer open title={t('folioFapiao.step.title')} onClose={onClose} width={besideWidth}>
      <p>{data ? t('folioFapiao.noRequest') : ''}</p>
    </SideDrawer>
  )
}

function Step({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t } = useWords()
  const { draft, typed, set, command, isIssued, isOver, ready, run } = useStep(request, onClose)
  return (
    <ActDrawer
      title={`${t('folioFapiao.step.title')}: ${t(`folioScreen.fapiao.${request.status}`)}`}
      onClose={onClose}
      submit={t(isIssued ? 'folioFapiao.step.red' : 'folioFapiao.step.issued')}
      run={run}
      ready={ready}
      command={command}
      fields={['number', 'redNumber', 'date']}
      draft={draft}
      danger={isIssued}
    >
      {(errors) => (
        <>
          {!isOver && (
            <div className="k-field-row">
              <TextField
                label={t(isIssued ? 'folioFapiao.step.redNumber' : 'folioFapiao.step.number')}
                error={errors.number ?? errors.redNumber}
                inputMode="numeric"
                autoFocus
                value={typed.number}
                onChange={(number) => set({ number })}
              />
              <Field label={t('folioFapiao.step.date')} error={errors.date}>
                {(control) => (
                  <DateField {...control} value={typed.date} onChange={(date) => set({ date })} />
                )}
              </Field>
            </div>
          )}
          <Effect
            title={t('folioFapiao.step.request')}
            rows={[
              { name: t('folioFapiao.buyer'), note: <bdi dir="auto">{request.title}</bdi> },
              ...(request.taxNo ? [{ name: t('folioFapiao.taxNo'), note: request.taxNo }] : []),
              { name: t('folioFapiao.lines', { count: request.lineIds.length }), after: request.amountMinor },
              ...(request.number ? [{ name: t('folioFapiao.step.number'), note: request.number }] : []),
              ...(request.redNumber
                ? [{ name: t('folioFapiao.step.redNumber'), note: request.redNumber }]
                : []),
            ]}
          />
          {!isIssued && !isOver && <WithdrawTool request={request} onDone={onClose} />}
        </>
      )}
    </ActDrawer>
  )
}

function useStep({ id, version, status }: Request, onClose: () => void) {
  const { businessDate } = useHotel()
  const issue = useCommand('fapiao.setIssued')
  const red = useCommand('fapiao.setRed')
  const isIssued = status === 'issued'
  const command = isIssued ? red : issue
  const { draft, typed, set } = useTyped(
    `fapiao:${id}:${status}`,
    { number: '', date: businessDate as string },
    command,
  )
  const number = typed.number.trim()
  const date = isBusinessDate(typed.date) ? typed.date : null
  const run = async () => {
    if (!date) return
    const reply = isIssued
      ? await red.run({ id, version, redNumber: number, date })
      : await issue.run({ id, version, number, date })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const isOver = status === 'red' || status === 'withdrawn'
  return {
    draft,
    typed,
    set,
    command,
    isIssued,
    isOver,
    ready: !isOver && number !== '' && date !== null,
    run,
  }
}

function WithdrawTool({ request: { id, version }, onDone }: { request: Request; onDone: () => void }) {
  const { t } = useWords()
  const { run, trouble } = useCommand('fapiao.withdraw')
  const withdraw = async () => {
    const reply = await run({ id, version })
    if (reply.ok) onDone()
  }
  return (
    <>
      <button type="button" className="k-tool fo-remove" onClick={() => void withdraw()}>
        {t('folioFapiao.step.withdraw')}
      </button>
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </>
  )
}
