import { Button, Select } from 'antd'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Encoding, encodings } from '#shared/domain/import/encodings.ts'
import type { Work } from './work.ts'

type Props = { failed: FailedReply; work: Work; change: (patch: Partial<Work>) => void }

/** What a person may choose where the file alone does not say it: a sheet that holds rows, or how its text is written. */
export function Remedies({ failed, work, change }: Props) {
  const { t } = useWords()
  const refusal = 'refusal' in failed ? failed.refusal : null
  if (refusal?.code === 'SHEET_EMPTY')
    return (
      <fieldset className="im-remedies" aria-label={t('import.facts.sheet')}>
        {String(refusal.params.sheets)
          .split(' / ')
          .map((sheet) => (
            <Button key={sheet} onClick={() => change({ sheet, choices: null, profile: null })}>
              {sheet}
            </Button>
          ))}
      </fieldset>
    )
  if (refusal?.code !== 'FILE_ENCODING') return null
  const possible = String(refusal.params.choices ?? '').split(', ')
  const first = encodings.filter((encoding) => possible.includes(encoding))
  const shown = (first.length > 0 ? first : encodings).map((value) => ({
    value: value as Encoding | null,
    label: t(`import.encoding.${value}`),
  }))
  const detected = work.encoding === null ? [] : [{ value: null, label: t('import.facts.detected') }]
  return (
    <fieldset className="im-remedies" aria-label={t('import.facts.encoding')}>
      <Select
        aria-label={t('import.facts.encoding')}
        placeholder={t('import.facts.encoding')}
        popupMatchSelectWidth={false}
        value={work.encoding}
        options={[...detected, ...shown]}
        onSelect={(encoding: Encoding | null) => change({ encoding, choices: null, profile: null })}
      />
    </fieldset>
  )
}
