import { useWords } from '#renderer/base/language.ts'
import { type SectionName, sections } from './sections.ts'

/** Shown where somebody may look but not change. */
export function ReadOnlyNote({ section, editable }: { section: SectionName; editable: boolean }) {
  const { t } = useWords()
  if (editable) return null
  const needed = sections.find((one) => one.name === section)?.changes ?? 'administrator'
  return <p className="s-readonly k-quiet">{t('settings.readOnly', { role: t(`shell.role.${needed}`) })}</p>
}
