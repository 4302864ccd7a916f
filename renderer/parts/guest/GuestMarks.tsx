import { useWords } from '#renderer/base/language.ts'
import { Mark } from '../../ui/Mark.tsx'
import { MarkGroup } from '../../ui/MarkGroup.tsx'

type Props = { alerts?: number; openRequests?: number }

/** What must not be overlooked with a guest, as one mark with its number. */
export function GuestMarks({ alerts = 0, openRequests = 0 }: Props) {
  const { t } = useWords()
  return (
    <MarkGroup
      marks={[
        { of: 'warning', count: alerts, words: t('today.alerts', { count: alerts }) },
        { of: 'open', count: openRequests, words: t('today.openRequests', { count: openRequests }) },
      ]}
    />
  )
}

/** The head of the column of these marks. */
export function GuestMarksHead() {
  const { t } = useWords()
  return (
    <span className="k-state" title={t('today.column.marks')}>
      <Mark of="warning" /> <span className="k-hidden">{t('today.column.marks')}</span>
    </span>
  )
}
