import { useState } from 'react'
import { thePlatform } from '#renderer/api/platform.ts'
import { useWords } from '#renderer/base/language.ts'

/** Saves the lines of the rules as a file; `note` says where. */
export function useRulesSave() {
  const { t } = useWords()
  const [note, setNote] = useState<string | null>(null)
  const save = async (lines: readonly string[]) => {
    const file = `${t('insight.section.rules')}.csv`
    const content = new Blob([...lines], { type: 'text/csv;charset=utf-8' })
    if (await thePlatform().saveFile(file, content)) setNote(t('insight.file.saved', { file }))
  }
  return { run: (lines: readonly string[]) => void save(lines), note }
}
