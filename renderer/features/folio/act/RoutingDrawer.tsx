import { Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { type RevenueGroup, revenueGroups } from '#shared/domain/folio/chart.ts'
import { isBusinessDate, type TransactionCodeId } from '#shared/values/index.ts'
import { useRoutingWords } from '../routing-words.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { FolioPicker, type PickedFolio } from './FolioPicker.tsx'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'

/** Sends charges of this folio to another folio or window from now on; or changes and removes one that does. */
export function RoutingDrawer({ folio, chart, n, onClose }: ActProps & { n: number | undefined }) {
  const { t } = useWords()
  const words = useRoutingWords(folio, chart)
  const { names } = useDraftWords(chart)
  const now = folio.routings.find((one) => one.n === n)
  const here: PickedFolio = { id: folio.id, title: t('folioScreen.transfer.here') }
  const form = useVersionedEdit(
    `folio:${folio.id}:routing:${n ?? 'new'}`,
    {
      folio: (now && now.toFolioId !== folio.id
        ? { id: now.toFolioId, title: now.toTitle }
        : here) as PickedFolio | null,
      window: now?.toWindow ?? 2,
      groups: (now?.groups ?? []) as RevenueGroup[],
      codeIds: (now?.codeIds ?? []) as number[],
      from: (now?.from ?? '') as string,
      to: (now?.to ?? '') as string,
      weekdays: now?.weekdays ?? ([] as number[]),
    },
    folio.version,
  )
  const save = useCommand('folio.setRouting')
  const remove = useCommand('folio.removeRouting')
  const typed = form.value
  const set = (patch: Partial<typeof typed>) => {
    save.reset()
    form.change(patch)
  }
  const isHere = typed.folio?.id === folio.id
  const other = useQuery(
    'folio.get',
    { id: typed.folio?.id ?? folio.id },
    { on: typed.folio !== null && !isHere },
  ).data
  const dateOf = (text: string) => (isBusinessDate(text) ? text : null)
  const datesRead = [typed.from, typed.to].every((text) => text === '' || isBusinessDate(text))
  const run = async () => {
    if (!typed.folio) return
    const { id: toFolioId } = typed.folio
    const reply = await form.save((version) =>
      save.run({
        id: folio.id,
        version: version ?? folio.version,
        ...(now ? { n: now.n } : {}),
        routing: {
          toFolioId,
          toWindow: typed.window,
          codeIds: typed.codeIds as TransactionCodeId[],
          groups: typed.groups,
          from: dateOf(typed.from),
          to: dateOf(typed.to),
          weekdays: typed.weekdays.toSorted(),
        },
      }),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  const takeAway = async () => {
    if (!now) return
    const reply = await remove.run({ id: folio.id, version: folio.version, n: now.n })
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  return (
    <ActDrawer
      title={t(now ? 'folioScreen.routing.change' : 'folioScreen.routing.new')}
      onClose={onClose}
      submit={t('folioScreen.routing.submit')}
      run={run}
      ready={
        (form.dirty || !now) && typed.folio !== null && datesRead && form.theirs === null && !form.waiting
      }
      command={remove.failed ? remove : { ...save, pending: form.saving }}
      fields={['to', 'toWindow']}
    >
      {(errors) => (
        <>
          <FormNotes form={form} names={(field) => names?.(field) ?? field} trouble={null} />
          <Field label={t('folioScreen.field.groups')} hint={t('folioScreen.routing.allHint')}>
            {(control) => (
              <Select
                {...control}
                autoFocus
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                value={typed.groups}
                options={revenueGroups.map((group) => ({
                  value: group,
                  label: t(`folioScreen.group.${group}`),
                }))}
                onChange={(groups: RevenueGroup[]) => set({ groups })}
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
          <Field label={t('folioScreen.routing.to')} hint={t('folioScreen.pick.hint')}>
            {(control) => (
              <FolioPicker
                {...control}
                value={typed.folio}
                first={[here, ...folio.others.filter(({ status }) => status === 'open')]}
                onChange={(picked) => set({ folio: picked, window: picked?.id === folio.id ? 2 : 1 })}
              />
            )}
          </Field>
          <WindowField
            folio={(isHere ? folio : other) ?? { windows: [] }}
            all
            value={typed.window}
            error={errors.toWindow}
            onChange={(window) => set({ window })}
          />
          <div className="k-field-row">
            <Field label={t('folioScreen.field.from')}>
              {(control) => <DateField {...control} value={typed.from} onChange={(from) => set({ from })} />}
            </Field>
            <Field label={t('folioScreen.field.until')} error={errors.to}>
              {(control) => <DateField {...control} value={typed.to} onChange={(to) => set({ to })} />}
            </Field>
          </div>
          <fieldset className="fo-weekdays">
            <legend className="k-label">{t('folioScreen.field.weekdays')}</legend>
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <button
                key={day}
                type="button"
                className="k-chip"
                aria-pressed={typed.weekdays.includes(day)}
                onClick={() =>
                  set({
                    weekdays: typed.weekdays.includes(day)
                      ? typed.weekdays.filter((one) => one !== day)
                      : [...typed.weekdays, day],
                  })
                }
              >
                {words.weekday(day)}
              </button>
            ))}
          </fieldset>
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
