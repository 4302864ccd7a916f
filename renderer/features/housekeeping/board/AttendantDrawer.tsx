import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'

const languages = ['zh', 'en'] as const

/** A new attendant: who it is, on which floors, in which language the sheet is. */
export function AttendantDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const command = useCommand('housekeeping.saveAttendant')
  const settings = useQuery('housekeeping.settings', {}).data
  const fresh = { name: '', floors: '', language: languages[0] as (typeof languages)[number] }
  const { draft, typed, set } = useTyped('housekeeping:attendant', fresh, command)
  const floors = typed.floors.split(/[\s,，、]+/u).filter(Boolean)
  const areFloors = floors.every((floor) => /^-?\d{1,3}$/.test(floor))
  const run = async () => {
    const reply = await command.run({
      name: typed.name.trim(),
      floors: floors.map(Number),
      language: typed.language,
      credits: settings?.dayCredits ?? 1,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <ActDrawer
      title={t('housekeeping.share.add')}
      onClose={onClose}
      submit={t('housekeeping.share.save')}
      run={run}
      ready={settings !== undefined && typed.name.trim() !== '' && areFloors}
      command={command}
      fields={['name', 'floors']}
      draft={draft}
    >
      {(errors) => (
        <>
          <TextField
            label={t('housekeeping.share.name')}
            autoFocus
            value={typed.name}
            error={errors.name}
            onChange={(name) => set({ name })}
          />
          <TextField
            label={t('housekeeping.share.floors')}
            hint={t('housekeeping.share.floorsHint')}
            value={typed.floors}
            error={errors.floors}
            onChange={(next) => set({ floors: next })}
          />
          <KeyedChoice
            label={t('housekeeping.share.language')}
            keysLabel="housekeeping.share.language"
            choices={languages}
            value={typed.language}
            word={(one) => (one === 'zh' ? '中文' : 'English')}
            onChange={(language) => set({ language })}
          />
        </>
      )}
    </ActDrawer>
  )
}
