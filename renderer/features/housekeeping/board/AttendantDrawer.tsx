import { Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { TextField, Tick } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { Field } from '#renderer/ui/Field.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { UserId } from '#shared/values/index.ts'

const languages = ['zh', 'en'] as const
type Attendant = OutputOf<'housekeeping.attendants'>[number]
type Props = { id: number | null; onClose: () => void }

/** A new attendant, or one that is changed: shown once there is something to begin with. */
export function AttendantDrawer({ id, onClose }: Props) {
  const settings = useQuery('housekeeping.settings', {}).data
  const staff = useQuery('housekeeping.attendants', {}).data
  const one = staff?.find((each) => each.id === id) ?? null
  if (!settings || !staff || (id !== null && !one)) return null
  return <Form key={id} one={one} dayCredits={settings.dayCredits} onClose={onClose} />
}

type FormProps = { one: Attendant | null; dayCredits: number; onClose: () => void }

/** Who it is, who signs in as them, on which floors, for how much of a day, in which language the sheet is. */
function Form({ one, dayCredits, onClose }: FormProps) {
  const { t } = useWords()
  const { command, draft, typed, set, ready, run } = useAttendant(one, dayCredits, onClose)
  return (
    <ActDrawer
      title={t(one ? 'housekeeping.share.change' : 'housekeeping.share.add', { name: one?.name ?? '' })}
      onClose={onClose}
      submit={t(one ? 'housekeeping.share.saveChange' : 'housekeeping.share.save')}
      run={run}
      ready={ready}
      command={command}
      fields={['name', 'userId', 'floors', 'credits']}
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
          <LoginField value={typed.userId} error={errors.userId} onChange={(userId) => set({ userId })} />
          <TextField
            label={t('housekeeping.share.floors')}
            hint={t('housekeeping.share.floorsHint')}
            value={typed.floors}
            error={errors.floors}
            onChange={(next) => set({ floors: next })}
          />
          <TextField
            label={t('housekeeping.share.credits')}
            inputMode="numeric"
            value={typed.credits}
            error={errors.credits}
            onChange={(credits) => set({ credits })}
          />
          <KeyedChoice
            label={t('housekeeping.share.language')}
            keysLabel="housekeeping.share.language"
            choices={languages}
            value={typed.language}
            word={(each) => (each === 'zh' ? '中文' : 'English')}
            onChange={(language) => set({ language })}
          />
          {one && (
            <Tick checked={typed.active} onChange={(active) => set({ active })}>
              {t('housekeeping.share.active')}
            </Tick>
          )}
        </>
      )}
    </ActDrawer>
  )
}

type LoginProps = {
  value: number | null
  error: string | undefined
  onChange: (userId: number | null) => void
}

/** Who signs in as the attendant, and so sees their rooms first on a telephone. */
function LoginField({ value, error, onChange }: LoginProps) {
  const { t } = useWords()
  const { data = [] } = useQuery('housekeeping.logins', {})
  return (
    <Field label={t('housekeeping.share.login')} hint={t('housekeeping.share.loginHint')} error={error}>
      {(control) => (
        <Select
          {...control}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={data.map((user) => ({ value: user.id as number, label: `${user.name} (${user.login})` }))}
          onChange={(next: number | undefined) => onChange(next ?? null)}
        />
      )}
    </Field>
  )
}

/** What is typed of an attendant, and its command. */
function useAttendant(one: Attendant | null, dayCredits: number, onClose: () => void) {
  const command = useCommand('housekeeping.saveAttendant')
  const { draft, typed, set } = useTyped(
    `housekeeping:attendant:${one?.id ?? 'new'}`,
    {
      name: one?.name ?? '',
      userId: (one?.userId ?? null) as number | null,
      floors: one?.floors.join(', ') ?? '',
      credits: String(one?.credits ?? dayCredits),
      language: (one?.language ?? languages[0]) as (typeof languages)[number],
      active: one?.active ?? true,
    },
    command,
  )
  const floors = typed.floors.split(/[\s,，、]+/u).filter(Boolean)
  const areFloors = floors.every((floor) => /^-?\d{1,3}$/.test(floor))
  const isCredits = /^[1-9]\d{0,4}$/.test(typed.credits.trim())
  const run = async () => {
    const { language, active } = typed
    const reply = await command.run({
      ...(one ? { id: one.id, version: one.version } : {}),
      name: typed.name.trim(),
      userId: typed.userId as UserId | null,
      floors: floors.map(Number),
      credits: Number(typed.credits),
      language,
      active,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const ready = typed.name.trim() !== '' && areFloors && isCredits
  return { command, draft, typed, set, ready, run }
}
