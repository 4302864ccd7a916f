import { Select } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { formatBytes, formatNumber } from '#renderer/ui/format.ts'
import { type Encoding, encodings } from '#shared/domain/import/encodings.ts'
import { listText } from '#shared/i18n/index.ts'
import type { Inspected } from './mapping.ts'
import type { Work } from './work.ts'

const delimiters: Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
}

type Props = { file: Inspected; work: Work; change: (patch: Partial<Work>) => void }

/** What the file is, in one line: format, characters, delimiter, size, columns; the sheet of a workbook to choose. */
export function FileFacts({ file, work, change }: Props) {
  const { t, language } = useWords()
  const otherSheets = file.otherSheets.map(({ name, hidden }) =>
    hidden ? t('import.facts.sheetHidden', { name }) : name,
  )
  return (
    <dl className="im-facts" aria-label={t('import.facts.label')}>
      <Plain file={file} />
      {file.format === 'csv' && <CharacterSet file={file} change={change} />}
      {file.sheets.length > 1 && <Sheet file={file} change={change} />}
      {otherSheets.length > 0 && (
        <div>
          <dt>{t('import.facts.otherSheets')}</dt>
          <dd>{listText(otherSheets, language)}</dd>
        </div>
      )}
      {file.hiddenRows > 0 && <HiddenRows file={file} work={work} change={change} />}
    </dl>
  )
}

function Plain({ file }: Pick<Props, 'file'>) {
  const { t, locale } = useWords()
  const delimiter = delimiters[file.delimiter]
  const facts: [string, string][] = [
    [
      t('import.facts.format'),
      t(`import.facts.${file.format}`) +
        (file.compressed && file.format === 'csv' ? `, ${t('import.facts.packed')}` : ''),
    ],
    [t('import.facts.size'), formatBytes(file.bytes, locale)],
    [t('import.facts.columns'), formatNumber(file.columns.length, locale)],
  ]
  if (file.format === 'csv' && delimiter)
    facts.splice(1, 0, [t('import.facts.delimiter'), t(`import.facts.${delimiter}`)])
  return facts.map(([name, value]) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ))
}

/** What was guessed, to be changed by a person who sees that the names are none. */
function CharacterSet({ file, change }: Pick<Props, 'file' | 'change'>) {
  const { t } = useWords()
  return (
    <div>
      <dt>{t('import.facts.encoding')}</dt>
      <dd>
        <Select
          size="small"
          aria-label={t('import.facts.encoding')}
          popupMatchSelectWidth={false}
          value={file.encoding}
          options={encodings.map((value) => ({ value, label: t(`import.encoding.${value}`) }))}
          onSelect={(encoding: Encoding) => change({ encoding, choices: null, profile: null })}
        />
      </dd>
    </div>
  )
}

function Sheet({ file, change }: Pick<Props, 'file' | 'change'>) {
  const { t } = useWords()
  const hidden = new Set(file.otherSheets.filter((sheet) => sheet.hidden).map(({ name }) => name))
  return (
    <div>
      <dt>{t('import.facts.sheet')}</dt>
      <dd>
        <Select
          size="small"
          aria-label={t('import.facts.sheet')}
          popupMatchSelectWidth={false}
          value={file.sheet}
          options={file.sheets.map((name) => ({
            value: name,
            label: hidden.has(name) ? t('import.facts.sheetHidden', { name }) : name,
          }))}
          onSelect={(sheet: string) => change({ sheet, choices: null, profile: null })}
        />
      </dd>
    </div>
  )
}

/** Rows that a filter hides are bookings like the others, or are meant to stay out: a person knows. */
function HiddenRows({ file, work, change }: Props) {
  const { t } = useWords()
  const count = file.hiddenRows
  return (
    <div>
      <dt>{t('import.facts.hiddenRows')}</dt>
      <dd>
        <Select
          size="small"
          aria-label={t('import.facts.hiddenRows')}
          popupMatchSelectWidth={false}
          value={work.skipHidden}
          options={[
            { value: false, label: t('import.facts.hiddenRead', { count }) },
            { value: true, label: t('import.facts.hiddenSkipped', { count }) },
          ]}
          onSelect={(skipHidden: boolean) => change({ skipHidden })}
        />
      </dd>
    </div>
  )
}
