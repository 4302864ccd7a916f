import { type ReactNode, useMemo } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { FormPane } from '../FormPane.tsx'
import { ReadOnlyNote } from '../ReadOnlyNote.tsx'
import { CashSection, LimitSection, PaperSection, SellerSection, ShiftSection } from './GeneralSections.tsx'
import { readSettings, type Settings, type TypedSettings, typedSettings } from './general-form.ts'

type Props = { settings: Settings; editable: boolean; bar: ReactNode }

/** How money is kept at the desk: rounding, limits, shifts, what stands on paper. */
export function GeneralForm({ settings, editable, bar }: Props) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const form = useVersionedEdit(
    'settings:money:general',
    typedSettings(settings, currency),
    settings.version,
    { stays: true },
  )
  const shipped = useQuery('chart.listCharts', {}).data?.find((one) => one.chart === settings.chart)
  const save = useCommand('chart.saveSettings')
  // A field that can't be read says so at once
  const read = useMemo(() => readSettings(form.value, currency, t), [form.value, currency, t])
  const change = (patch: Partial<TypedSettings>) => {
    form.change(patch)
    save.reset()
  }
  const submit = async () => {
    if ('wrong' in read) return
    const reply = await form.save((version) =>
      save.run({ ...read.input, version: version ?? settings.version }),
    )
    if (reply.ok) form.settle(reply.output.version)
  }
  const errors = { ...save.errors, ...('wrong' in read ? read.wrong : {}) }
  const sections = { values: form.value, change, errors }
  return (
    <FormPane
      title={t('settings.section.money')}
      canSave={editable && form.ready && !('wrong' in read)}
      saving={save.pending}
      onSave={submit}
      above={
        <>
          <ReadOnlyNote section="money" editable={editable} />
          {bar}
        </>
      }
    >
      <fieldset className="s-plain" disabled={!editable}>
        <FormNotes
          form={form}
          names={(field) => fieldName([field], language)}
          trouble={Object.keys(errors).length > 0 ? null : save.trouble}
        />
        {settings.chart !== '' && (
          <p className="s-note k-quiet s-padded">
            {t('chart.loadedChart', { chart: shipped ? inLanguage(shipped, language) : settings.chart })}
          </p>
        )}
        <CashSection {...sections} />
        <LimitSection {...sections} />
        <ShiftSection {...sections} />
        <PaperSection {...sections} />
        <SellerSection {...sections} />
      </fieldset>
    </FormPane>
  )
}
