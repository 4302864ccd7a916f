import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { onEnter } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { type DateOrder, type DecimalSign, dateOrders, decimalSigns } from '#shared/domain/import/row.ts'
import {
  asksDecimalSign,
  type Choices,
  columnsIn,
  datesShownIn,
  type Inspected,
  mappingOf,
  recognised,
  withSaved,
} from './mapping.ts'

type Props = {
  file: Inspected
  choices: Choices
  choose: (patch: Partial<Choices>) => void
  /** What the last run rejected, by reason. */
  rejected: Readonly<Record<string, number>> | undefined
}

/** How dates and amounts are written, saved mappings to use, and this one to keep under a name. */
export function MappingFields({ file, choices, choose, rejected }: Props) {
  const { t, language } = useWords()
  const sign: DecimalSign | 'open' = choices.decimalSign ?? 'open'
  const shown = datesShownIn(file, choices).map(({ name, dates }) =>
    t('import.mapping.datesOf', { column: name, order: t(`import.mapping.dates.${dates}`) }),
  )
  return (
    <>
      <Field label={t('import.mapping.saved')}>
        {(control) => (
          <Select
            {...control}
            value={null}
            disabled={file.mappings.length === 0}
            placeholder={t(file.mappings.length === 0 ? 'import.mapping.none' : 'import.mapping.choose')}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: 0, label: t('import.mapping.reset') },
              ...file.mappings.map(({ id, name, fits, mapping }) => ({
                value: id,
                label: `${name} (${
                  fits
                    ? t('import.mapping.fits')
                    : t('import.mapping.fitsPartly', { count: columnsIn(file, mapping) })
                })`,
              })),
            ]}
            onSelect={(id: number | null) => {
              const saved = file.mappings.find((one) => one.id === id)
              choose(saved ? withSaved(choices, saved.mapping) : recognised(file))
            }}
          />
        )}
      </Field>
      <Field
        label={t('import.mapping.dateOrder')}
        {...(shown.length > 0
          ? { hint: t('import.mapping.datesShown', { columns: shown.join(language === 'zh' ? '；' : '; ') }) }
          : {})}
      >
        {(control) => (
          <Select
            {...control}
            value={choices.dateOrder ?? ('open' as const)}
            options={[
              { value: 'open' as const, label: t('import.mapping.datesOpen') },
              ...dateOrders.map((value) => ({ value, label: t(`import.mapping.${value}`) })),
            ]}
            onSelect={(chosen: DateOrder | 'open') =>
              choose({ dateOrder: chosen === 'open' ? undefined : chosen })
            }
          />
        )}
      </Field>
      {asksDecimalSign(file, choices, rejected) && (
        <Field label={t('import.mapping.decimalSign')} hint={t('import.mapping.decimalSignHint')}>
          {(control) => (
            <Select
              {...control}
              value={sign}
              options={(['open', ...decimalSigns] as const).map((value) => ({
                value,
                label: t(`import.mapping.${value}`),
              }))}
              onSelect={(chosen: DecimalSign | 'open') =>
                choose({ decimalSign: chosen === 'open' ? undefined : chosen })
              }
            />
          )}
        </Field>
      )}
      <SaveMapping choices={choices} />
    </>
  )
}

function SaveMapping({ choices }: { choices: Choices }) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const save = useCommand('import.saveMapping')
  const submit = async () => {
    if (name.trim() === '' || save.pending) return
    const reply = await save.run({ name, mapping: mappingOf(choices) })
    if (reply.ok) setName('')
  }
  return (
    <Field label={t('import.mapping.saveAs')} error={save.errors.name ?? save.trouble ?? undefined}>
      {(control) => (
        <div className="im-save">
          <Input
            {...control}
            value={name}
            autoComplete="off"
            placeholder={t('import.mapping.name')}
            onChange={(event) => {
              setName(event.target.value)
              save.reset()
            }}
            onKeyDown={onEnter(() => void submit())}
          />
          <Button disabled={name.trim() === ''} loading={save.pending} onClick={() => void submit()}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </Field>
  )
}
