import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { TextField, Tick } from '#renderer/parts/folio/fields.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { BlockSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { reopenedStates, stayOverStates } from '#shared/domain/housekeeping/settings.ts'
import { ChipChoice } from '../ChipChoice.tsx'

type Rules = OutputOf<'housekeeping.settings'>
const figures = [
  'linenEvery',
  'checkAfterDays',
  'departureCredits',
  'stayOverCredits',
  'linenCredits',
  'pickupCredits',
  'dayCredits',
] as const
const departureStates = ['dirty', 'pickup'] as const

/** By what rooms change by themselves, when linen is due, and what the work in a room counts. */
export function RulesDrawer({ onClose }: { onClose: () => void }) {
  const { data } = useQuery('housekeeping.settings', {})
  return data ? <RulesForm key={data.version} rules={data} onClose={onClose} /> : <BlockSkeleton />
}

function RulesForm({ rules, onClose }: { rules: Rules; onClose: () => void }) {
  const { t } = useWords()
  const command = useCommand('housekeeping.saveSettings')
  const texts = Object.fromEntries(figures.map((name) => [name, String(rules[name])]))
  const { draft, typed, set } = useTyped(
    `housekeeping:rules:${rules.version}`,
    { ...rules, texts: texts as Record<(typeof figures)[number], string> },
    command,
  )
  const areFigures = figures.every((name) => /^\d{1,5}$/.test(typed.texts[name].trim()))
  const run = async () => {
    const { texts: written, ...fields } = typed
    const read = Object.fromEntries(figures.map((name) => [name, Number(written[name])]))
    const reply = await command.run({ ...fields, ...read, version: rules.version })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const mark = (state: string) => <StatusMark state={state} />
  return (
    <ActDrawer
      title={t('housekeeping.rules.title')}
      onClose={onClose}
      submit={t('housekeeping.rules.submit')}
      run={run}
      ready={areFigures}
      command={command}
      fields={figures}
      draft={draft}
    >
      {(errors) => (
        <>
          <ChipChoice
            label={t('field.name.departureState')}
            said
            choices={departureStates}
            value={typed.departureState === 'pickup' ? 'pickup' : 'dirty'}
            word={mark}
            onChange={(departureState) => set({ departureState })}
          />
          <ChipChoice
            label={t('field.name.stayOverState')}
            said
            choices={stayOverStates}
            value={typed.stayOverState}
            word={(state) => (state === 'clean' ? t('housekeeping.rules.unchanged') : mark(state))}
            onChange={(stayOverState) => set({ stayOverState })}
          />
          <ChipChoice
            label={t('field.name.reopenedState')}
            said
            choices={reopenedStates}
            value={typed.reopenedState}
            word={mark}
            onChange={(reopenedState) => set({ reopenedState })}
          />
          <Tick checked={typed.inspectionNeeded} onChange={(inspectionNeeded) => set({ inspectionNeeded })}>
            {t('housekeeping.rules.inspection')}
          </Tick>
          {figures.map((name, at) => (
            <TextField
              key={name}
              label={t(`field.name.${name}`)}
              inputMode="numeric"
              autoFocus={at === 0}
              value={typed.texts[name]}
              error={errors[name]}
              onChange={(text) => set({ texts: { ...typed.texts, [name]: text } })}
            />
          ))}
        </>
      )}
    </ActDrawer>
  )
}
