import { Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { DatesFields } from '#renderer/parts/folio/fields.tsx'
import type { Chart } from '#renderer/parts/folio/use-chart.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { revenueGroups } from '#shared/domain/folio/chart.ts'
import { useRoutingWords } from '../routing-words.ts'
import type { ActProps } from './act-props.ts'
import { TargetFields, useTarget } from './Target.tsx'
import { areDatesRead, readRouting, type TypedRouting, typedRouting } from './typed-routing.ts'

type Props = ActProps & { n: number | undefined }

/** Sends charges of this folio to another folio or window from now on; or changes and removes one that does. */
export function RoutingDrawer(props: Props) {
  const { folio, chart, onClose } = props
  const { t } = useWords()
  const words = useRoutingWords(folio, chart)
  const { names } = useDraftWords(chart)
  const { form, typed, set, here, now, command, ready, run, takeAway } = useRouting(props)
  const { target } = useTarget(folio, typed.folio)
  return (
    <ActDrawer
      title={t(now ? 'folioScreen.routing.change' : 'folioScreen.routing.new')}
      onClose={onClose}
      submit={t('folioScreen.routing.submit')}
      run={run}
      ready={ready}
      command={command}
      fields={['to', 'toWindow']}
    >
      {(errors) => (
        <>
          <FormNotes form={form} names={(field) => names?.(field) ?? field} trouble={null} />
          <WhatFields chart={chart} typed={typed} set={set} autoFocus />
          <TargetFields
            folio={folio}
            here={here}
            label={t('folioScreen.routing.to')}
            typed={typed}
            target={target}
            error={errors.toWindow}
            onChange={set}
          />
          <WhenFields typed={typed} set={set} weekday={words.weekday} error={errors.to} />
          <p className="k-quiet k-field">{t('folioScreen.routing.note')}</p>
          {now && (
            <button type="button" className="k-tool fo-remove" onClick={() => void takeAway()}>
              {t('folioScreen.routing.remove')}
            </button>
          )}
        </>
      )}
    </ActDrawer>
  )
}

function useRouting({ folio, n, onClose }: Props) {
  const { t } = useWords()
  const now = folio.routings.find((one) => one.n === n)
  const here = { id: folio.id, title: t('folioScreen.transfer.here') }
  const form = useVersionedEdit<TypedRouting>(
    `folio:${folio.id}:routing:${n ?? 'new'}`,
    typedRouting(now, here),
    folio.version,
  )
  const save = useCommand('folio.setRouting')
  const remove = useCommand('folio.removeRouting')
  const typed = form.value
  const set = (patch: Partial<TypedRouting>) => {
    save.reset()
    form.change(patch)
  }
  const end = (ok: boolean) => {
    if (!ok) return
    form.clear()
    onClose()
  }
  const run = async () => {
    const routing = readRouting(typed)
    if (!routing) return
    const reply = await form.save((version) =>
      save.run({
        id: folio.id,
        version: version ?? folio.version,
        ...(now ? { n: now.n } : {}),
        routing,
      }),
    )
    end(reply.ok)
  }
  const takeAway = async () => {
    if (!now) return
    const reply = await remove.run({ id: folio.id, version: folio.version, n: now.n })
    end(reply.ok)
  }
  const isWhole = typed.folio !== null && areDatesRead(typed)
  return {
    form,
    typed,
    set,
    here,
    now,
    command: remove.failed ? remove : { ...save, pending: form.saving },
    ready: (form.dirty || !now) && isWhole && form.theirs === null && !form.waiting,
    run,
    takeAway,
  }
}

type FieldsProps = { typed: TypedRouting; set: (patch: Partial<TypedRouting>) => void }

type WhatProps = FieldsProps & { chart: Chart; autoFocus?: boolean }

/** Which charges: of groups, of codes; all of them where neither is named. */
export function WhatFields({ chart, typed, set, autoFocus = false }: WhatProps) {
  const { t } = useWords()
  return (
    <>
      <Field label={t('folioScreen.field.groups')} hint={t('folioScreen.routing.allHint')}>
        {(control) => (
          <Select
            {...control}
            autoFocus={autoFocus}
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={typed.groups}
            options={revenueGroups.map((group) => ({ value: group, label: t(`folioScreen.group.${group}`) }))}
            onChange={(groups: TypedRouting['groups']) => set({ groups })}
          />
        )}
      </Field>
      <Field label={t('folioScreen.field.codeIds')}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={typed.codeIds}
            options={chart.charges.map((code) => ({
              value: code.id as number,
              label: `${code.code} ${chart.nameOf(code)}`,
            }))}
            onChange={(codeIds: number[]) => set({ codeIds })}
          />
        )}
      </Field>
    </>
  )
}

type WhenProps = FieldsProps & { weekday: (day: number) => string; error: string | undefined }

/** From when to when, and on which weekdays; always where nothing is named. */
export function WhenFields({ typed, set, weekday, error }: WhenProps) {
  const { t } = useWords()
  const { weekdays } = typed
  return (
    <>
      <DatesFields
        from={typed.from}
        to={typed.to}
        error={error}
        onFrom={(from) => set({ from })}
        onTo={(to) => set({ to })}
      />
      <fieldset className="fo-weekdays">
        <legend className="k-label">{t('folioScreen.field.weekdays')}</legend>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => {
          const isOn = weekdays.includes(day)
          return (
            <button
              key={day}
              type="button"
              className="k-chip"
              aria-pressed={isOn}
              onClick={() =>
                set({ weekdays: isOn ? weekdays.filter((one) => one !== day) : [...weekdays, day] })
              }
            >
              {weekday(day)}
            </button>
          )
        })}
      </fieldset>
    </>
  )
}
