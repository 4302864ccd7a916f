import { Button } from 'antd'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Work } from './work.ts'

type Props = { failed: FailedReply; change: (patch: Partial<Work>) => void }

/** What a person may choose where the file alone does not say it: one of the sheets that hold rows. */
export function Remedies({ failed, change }: Props) {
  const { t } = useWords()
  const refusal = 'refusal' in failed ? failed.refusal : null
  const sheets = refusal?.code === 'SHEET_EMPTY' ? String(refusal.params.sheets).split(' / ') : []
  if (sheets.length === 0) return null
  return (
    <fieldset className="im-remedies" aria-label={t('import.facts.sheet')}>
      {sheets.map((sheet) => (
        <Button key={sheet} onClick={() => change({ sheet, choices: null, profile: null })}>
          {sheet}
        </Button>
      ))}
    </fieldset>
  )
}
