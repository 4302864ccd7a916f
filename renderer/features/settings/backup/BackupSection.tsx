import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { Columns, Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { BackupForm } from './BackupForm.tsx'
import { CopiesPane } from './CopiesPane.tsx'

/** Where copies go and when, beside those that are there. */
export function BackupSection() {
  const { t } = useWords()
  const settings = useQuery('backup.settings', {})
  if (!settings.data)
    return (
      <Pane title={t('settings.section.backup')}>
        {settings.failed ? (
          <Trouble failed={settings.failed} operation="backup.settings" onRetry={settings.retry} />
        ) : (
          <RowSkeleton rows={8} />
        )}
      </Pane>
    )
  return (
    <Columns widths="minmax(280px, 340px) minmax(0, 1fr)">
      <BackupForm settings={settings.data} />
      <CopiesPane settings={settings.data} />
    </Columns>
  )
}
