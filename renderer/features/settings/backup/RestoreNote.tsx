import { Button } from 'antd'
import { thePlatform } from '#renderer/api/platform.ts'
import { useWords } from '#renderer/base/language.ts'
import { Section } from '#renderer/ui/Pane.tsx'

/** How a copy is restored: from the window itself, or by the command line once nobody has the store open. */
export function RestoreNote({ folder, store }: { folder: string | undefined; store: string }) {
  const { t } = useWords()
  const { restore } = thePlatform()
  return (
    <Section title={t('settings.backup.restore')}>
      <div className="s-restore">
        <p>{t(restore ? 'settings.backup.restoreHere' : 'settings.backup.restoreByCommand')}</p>
        {restore ? (
          <Button onClick={() => void restore(folder ?? null)}>{t('settings.backup.restoreButton')}</Button>
        ) : (
          <code className="s-command">
            keyrack restore --store "{store}" --from "{folder ?? t('settings.backup.folderWord')}"
          </code>
        )}
      </div>
    </Section>
  )
}
