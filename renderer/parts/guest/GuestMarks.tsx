import { useWords } from '#renderer/base/language.ts'
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
