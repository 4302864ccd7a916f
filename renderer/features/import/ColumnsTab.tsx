import { Select } from 'antd'
import { useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { ScrollArea } from '#renderer/ui/ScrollArea.tsx'
import { type ImportField, importFields } from '#shared/domain/import/row.ts'
import { words } from '#shared/i18n/index.ts'
import {
  type Choices,
  type ColumnChoice,
  type Inspected,
  problemsOf,
  requiredFields,
  withColumn,
} from './mapping.ts'
import type { Profile } from './rules.ts'

type Props = {
  file: Inspected
  profile: Profile
  choices: Choices
  choose: (patch: Partial<Choices>) => void
}

/** Every column with what it holds, and the field it is: chosen where the file is any table, stated where it is known. */
export function ColumnsTab({ file, profile, choices, choose }: Props) {
  const { t } = useWords()
  const generic = profile === 'generic'
  return (
    <ScrollArea className="im-scroll" label={t('import.tab.columns')}>
      {generic && <Problems file={file} choices={choices} />}
      <table className="k-table im-columns">
        <thead>
          <tr>
            <th scope="col">{t('import.column.heading')}</th>
            <th scope="col">{t(generic ? 'import.column.field' : 'import.column.becomes')}</th>
            <th scope="col">{t('import.column.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column) => (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              <td>
                {generic ? (
                  <FieldChoice
                    column={column.name}
                    field={choices.columns[column.name] ?? ''}
                    file={file}
                    choices={choices}
                    choose={choose}
                  />
                ) : (
                  <Becomes column={column} />
                )}
              </td>
              <td className="im-samples">{column.samples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function Problems({ file, choices }: { file: Inspected; choices: Choices }) {
  const { t } = useWords()
  const { missing, twice, doubts } = problemsOf(choices, file)
  const name = (field: ImportField) =>
    field === 'departure' ? t('import.mapping.departureOrNights') : t(`import.field.${field}`)
  if (missing.length + twice.length + doubts.length === 0) {
    return (
      <p className="im-problems k-quiet" role="status">
        {t('import.mapping.complete')}
      </p>
    )
  }
  return (
    <div className="im-problems" role="status">
      {missing.length > 0 && (
        <p className="k-trouble-line">{t('import.mapping.missing', { fields: missing.map(name) })}</p>
      )}
      {doubts.map(({ field, columns }) => (
        <p key={field} className="k-trouble-line">
          {t('import.mapping.alike', {
            columns: columns.map((column) => t('import.mapping.quoted', { column })),
            field: t(`import.field.${field}`),
          })}
        </p>
      ))}
      {twice.map((field) => (
        <p key={field} className="k-trouble-line">
          {t('import.mapping.twice', { field: t(`import.field.${field}`) })}
        </p>
      ))}
    </div>
  )
}

type ChoiceProps = {
  column: string
  field: ColumnChoice
  file: Inspected
  choices: Choices
  choose: (patch: Partial<Choices>) => void
}

function FieldChoice({ column, field, file, choices, choose }: ChoiceProps) {
  const { t } = useWords()
  const options = useFieldOptions()
  const { twice } = problemsOf(choices, file)
  const wrong = field === '?' || (field !== '' && twice.includes(field))
  return (
    <Select
      aria-label={t('import.column.fieldOf', { column })}
      aria-invalid={wrong}
      {...(wrong ? { status: 'error' as const } : {})}
      placeholder={t('import.column.choose')}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={240}
      value={field === '?' ? null : field}
      options={options}
      {...(field === '' ? { className: 'im-field im-left-out' } : { className: 'im-field' })}
      onSelect={(chosen: ColumnChoice | null) =>
        choose({ columns: withColumn(choices, file, column, chosen ?? '?') })
      }
    />
  )
}

/** Fields by their words, required ones first; found by either language and by the word the command line uses. */
function useFieldOptions() {
  const { t, language } = useWords()
  return useMemo(() => {
    const fields = [...requiredFields, ...importFields.filter((field) => !requiredFields.includes(field))]
    return [
      { value: '' as const, label: t('import.column.leftOut'), search: t('import.column.leftOut') },
      ...fields.map((field) => {
        const label = words(language, `import.field.${field}`)
        const both = `${words('en', `import.field.${field}`)} ${words('zh', `import.field.${field}`)} ${field}`
        const marked = requiredFields.includes(field) ? `${label} (${t('import.column.required')})` : label
        return { value: field, label: marked, search: both }
      }),
    ]
  }, [t, language])
}

/** Columns that only repeat what others say. */
const repeated: ReadonlySet<string> = new Set(['is_canceled', 'arrival_date_week_number'])

function Becomes({ column }: { column: Inspected['columns'][number] }) {
  const { t } = useWords()
  if (column.field) return t(`import.field.${column.field}`)
  if (column.name === 'hotel') return t('import.column.filter')
  if (repeated.has(column.name)) return <span className="k-faint">—</span>
  return <span className="k-quiet">{t('import.column.fact')}</span>
}

/** The first rows as they are in the file; the table scrolls by itself, both ways. */
export function PreviewTab({ file }: { file: Inspected }) {
  const { t } = useWords()
  return (
    <ScrollArea className="im-scroll" label={t('import.tab.preview')}>
      <table className="k-table im-preview">
        <thead>
          <tr>
            {file.columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.preview.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
            <tr key={index}>
              {file.columns.map(({ name }, at) => (
                <td key={name}>{row[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
