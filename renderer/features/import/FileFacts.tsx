import { Select } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { formatBytes, formatNumber } from '#renderer/ui/format.ts'
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
  if (file.format === 'csv') {
    facts.splice(1, 0, [t('import.facts.encoding'), file.encoding.toUpperCase()])
    if (delimiter) facts.splice(2, 0, [t('import.facts.delimiter'), t(`import.facts.${delimiter}`)])
  }
  return (
    <dl className="im-facts" aria-label={t('import.facts.label')}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {file.sheets.length > 1 && (
        <div>
          <dt>{t('import.facts.sheet')}</dt>
          <dd>
            <Select
              size="small"
              aria-label={t('import.facts.sheet')}
              popupMatchSelectWidth={false}
              value={work.sheet ?? file.sheets[0]}
              options={file.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              onSelect={(sheet: string) => change({ sheet, choices: null, profile: null })}
            />
          </dd>
        </div>
      )}
    </dl>
  )
}
