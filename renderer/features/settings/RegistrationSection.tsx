import { Input, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { columnName } from '#renderer/parts/registration/column-name.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Pane, Section } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type RegistrationColumn, registrationColumns } from '#shared/domain/registration/fields.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { FormPane } from './FormPane.tsx'
import { TextRow } from './fields.tsx'
import { ReadOnlyNote } from './ReadOnlyNote.tsx'
import type { SectionProps } from './things.ts'

type Settings = OutputOf<'registration.settings'>
type Headings = Settings['headings']

/** What the hotel's country asks, the columns of its lists and files, and when details are asked again. */
export function RegistrationSection({ editable }: SectionProps) {
  const { t } = useWords()
  const settings = useQuery('registration.settings', {})
  if (settings.data) return <Form key={settings.data.country} settings={settings.data} editable={editable} />
  return (
    <Pane title={t('settings.section.registration')}>
      {settings.failed ? (
        <Trouble failed={settings.failed} operation="registration.settings" onRetry={settings.retry} />
      ) : (
        <RowSkeleton rows={8} />
      )}
    </Pane>
  )
}

function Form({ settings, editable }: { settings: Settings; editable: boolean }) {
  const { t, language } = useWords()
  const { country, file, version, columns, headings, confirmAfterDays } = settings
  const fresh = { columns, headings, confirmAfterDays }
  const form = useVersionedEdit(`settings:registration:${country}`, fresh, version, { stays: true })
  const save = useCommand('registration.saveSettings')
  const { value } = form
  const change = (patch: Partial<typeof fresh>) => {
    form.change(patch)
    save.reset()
  }
  const submit = async () => {
    const asShipped = file !== null && value.columns.join() === file.columns.join()
    const input = { ...value, columns: asShipped ? [] : value.columns }
    const reply = await form.save((upon) => save.run({ version: upon ?? version, ...input }))
    if (reply.ok) form.settle(reply.output.version)
  }
  return (
    <FormPane
      title={t('settings.section.registration')}
      canSave={editable && form.ready}
      saving={save.pending}
      onSave={submit}
      above={<ReadOnlyNote section="registration" editable={editable} />}
    >
      <FormNotes
        form={form}
        names={(field) => fieldName([field], language)}
        trouble={save.errors.confirmAfterDays ? null : save.trouble}
      />
      <Section
        title={t('registration.settings.columns')}
        tools={
          editable &&
          file && (
            <button
              type="button"
              className="k-tool"
              onClick={() => change({ columns: [...file.columns], headings: {} })}
            >
              {t('registration.settings.asShipped')}
            </button>
          )
        }
      >
        <p className="k-quiet">{t('registration.settings.columnsHint')}</p>
        <Columns
          columns={value.columns}
          headings={value.headings}
          editable={editable}
          onColumns={(next) => change({ columns: next })}
          onHeadings={(next) => change({ headings: next })}
        />
      </Section>
      <Section title={t('registration.settings.again')}>
        <TextRow
          label={t('field.name.confirmAfterDays')}
          hint={t('registration.settings.againHint')}
          figures
          disabled={!editable}
          value={value.confirmAfterDays === 0 ? '' : String(value.confirmAfterDays)}
          onChange={(text) => change({ confirmAfterDays: Number(text.replace(/\D/g, '').slice(0, 4)) })}
          error={save.errors.confirmAfterDays}
        />
      </Section>
      <CountryFile settings={settings} />
    </FormPane>
  )
}

/** What ships of the country, with where it was looked up. */
function CountryFile({ settings: { file } }: { settings: Settings }) {
  const { t, language } = useWords()
  if (!file) return <p className="k-quiet s-note">{t('registration.settings.noFile')}</p>
  const zh = language === 'zh'
  return (
    <Section title={zh ? file.nameZh : file.nameEn}>
      <p>{zh ? file.noteZh : file.noteEn}</p>
      <ul className="s-sources">
        {file.sources.map(({ whatEn, whatZh, where, checked }) => (
          <li key={where}>
            {zh ? whatZh : whatEn}{' '}
            <span className="k-quiet">
              {where} · {t('registration.settings.checked', { date: checked })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type ColumnsProps = {
  columns: readonly RegistrationColumn[]
  headings: Headings
  editable: boolean
  onColumns: (columns: RegistrationColumn[]) => void
  onHeadings: (headings: Headings) => void
}

/** The columns in their order; Alt+↑ and Alt+↓ move the row that is in. */
function Columns({ columns, headings, editable, onColumns, onHeadings }: ColumnsProps) {
  const { t, language } = useWords()
  const nameOf = (column: RegistrationColumn) => columnName(column, language, t)
  const move = (column: RegistrationColumn, by: 1 | -1) => {
    const to = columns.indexOf(column) + by
    if (to < 0 || to >= columns.length) return
    const next = columns.filter((one) => one !== column)
    next.splice(to, 0, column)
    onColumns(next)
  }
  const left = registrationColumns.filter((column) => !columns.includes(column))
  return (
    <>
      <table className="k-table s-columns" aria-label={t('registration.settings.columns')}>
        <thead>
          <tr>
            <th>{t('registration.column.no')}</th>
            <th>{t('registration.settings.column')}</th>
            <th>{t('registration.settings.heading')}</th>
            <th>{t('registration.settings.order')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <ColumnRow
              key={column}
              at={at}
              of={columns.length}
              name={nameOf(column)}
              heading={headings[column] ?? ''}
              editable={editable}
              onHeading={(heading) => onHeadings({ ...headings, [column]: heading })}
              onMove={(by) => move(column, by)}
              onRemove={() => onColumns(columns.filter((one) => one !== column))}
            />
          ))}
        </tbody>
      </table>
      {editable && left.length > 0 && (
        <Field label={t('registration.settings.add')}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={null}
              placeholder={t('registration.settings.addHint')}
              options={left.map((column) => ({ value: column, label: nameOf(column) }))}
              onSelect={(column: RegistrationColumn | null) => column && onColumns([...columns, column])}
            />
          )}
        </Field>
      )}
    </>
  )
}

type RowProps = {
  at: number
  of: number
  name: string
  heading: string
  editable: boolean
  onHeading: (heading: string) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

function ColumnRow({ at, of, name, heading, editable, onHeading, onMove, onRemove }: RowProps) {
  const { t } = useWords()
  const column = name
  const keys = (event: KeyboardEvent) => {
    if (!editable || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <tr onKeyDown={keys}>
      <td className="k-code">{at + 1}</td>
      <td>{name}</td>
      <td>
        <Input
          size="small"
          disabled={!editable}
          maxLength={60}
          placeholder={name}
          aria-label={t('registration.settings.headingOf', { column })}
          value={heading}
          onChange={(event) => onHeading(event.target.value)}
        />
      </td>
      <td>
        {editable && (
          <span className="s-order">
            <Order label={t('registration.settings.up', { column })} run={() => onMove(-1)} off={at === 0}>
              ↑
            </Order>
            <Order
              label={t('registration.settings.down', { column })}
              run={() => onMove(1)}
              off={at === of - 1}
            >
              ↓
            </Order>
            <Order label={t('registration.settings.remove', { column })} run={onRemove} off={of === 1}>
              ×
            </Order>
          </span>
        )}
      </td>
    </tr>
  )
}

type OrderProps = { label: string; run: () => void; off: boolean; children: string }

function Order({ label, run, off, children }: OrderProps) {
  return (
    <button type="button" className="k-tool" aria-label={label} title={label} disabled={off} onClick={run}>
      {children}
    </button>
  )
}
