import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { type SectionName, sections } from './sections.ts'

/** Shown where somebody may look but not change: with the colleagues who may. */
export function ReadOnlyNote({ section, editable }: { section: SectionName; editable: boolean }) {
  const { t } = useWords()
  const needed = sections.find((one) => one.name === section)?.changes ?? 'administrator'
  const { data: who } = useQuery('access.whoMay', { role: needed }, { on: !editable })
  if (editable) return null
  return (
    <p className="s-readonly k-quiet">
      {who && who.length > 0
        ? t('settings.readOnlyWho', { who })
        : t('settings.readOnly', { role: t(`shell.role.${needed}`) })}
    </p>
  )
}
