import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { byWindow, ChosenLines } from './ChosenLines.tsx'
import { Effect, type EffectRow } from '#renderer/parts/folio/Effect.tsx'
import { FolioPicker, type PickedFolio } from './FolioPicker.tsx'
import { useHeldLines } from './use-held-lines.ts'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'

/** Moves the chosen lines to another window, or to another folio. */
export function TransferDrawer({ folio, chosen, onClose }: ActProps) {
  const { t } = useWords()
  const lines = useHeldLines(chosen)
  const here: PickedFolio = { id: folio.id, title: t('folioScreen.transfer.here') }
  const draft = useDraft(`folio:${folio.id}:transfer`, {
    folio: here as PickedFolio | null,
    window: lines[0]?.window === 1 ? 2 : 1,
  })
  const command = useCommand('folio.transfer')
  const typed = draft.value
  const set = (patch: Partial<typeof typed>) => {
    command.reset()
    draft.set({ ...typed, ...patch })
  }
  const isHere = typed.folio?.id === folio.id
  const other = useQuery(
    'folio.get',
    { id: typed.folio?.id ?? folio.id },
    { on: typed.folio !== null && !isHere },
  ).data
  const target = isHere ? folio : other
  const run = async () => {
    if (!typed.folio) return
    const reply = await command.run({
      lineIds: lines.map(({ id }) => id),
      toFolioId: typed.folio.id,
      toWindow: typed.window,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const sum = lines.reduce((total, line) => total + line.grossMinor, 0)
  const own = byWindow(lines)
  const balance = (n: number, of = target) =>
    of?.windows.find(({ window }) => window === n)?.balanceMinor ?? 0
  const rows: EffectRow[] = [
    ...[...own].map(([window, amount]) => ({
      name: t('folioScreen.effect.window', { window }),
      before: balance(window, folio),
      after: balance(window, folio) - amount + (isHere && window === typed.window ? sum : 0),
    })),
    ...(target && !(isHere && own.has(typed.window))
      ? [
          {
            name: isHere
              ? t('folioScreen.effect.window', { window: typed.window })
              : t('folioScreen.folioWindow', { folio: typed.folio?.title ?? '', window: typed.window }),
            before: balance(typed.window),
            after: balance(typed.window) + sum,
          },
        ]
      : []),
  ]
  return (
    <ActDrawer
      title={t('folioScreen.transfer.title')}
      onClose={onClose}
      submit={t('folioScreen.act.transfer')}
      run={run}
      ready={lines.length > 0 && typed.folio !== null}
      command={command}
      fields={['toWindow']}
      draft={draft}
    >
      {(errors) => (
        <>
          {lines.length === 0 && <p className="k-field">{t('folioScreen.noneChosen')}</p>}
          <ChosenLines lines={lines} />
          <Field label={t('folioScreen.transfer.to')} hint={t('folioScreen.pick.hint')}>
            {(control) => (
              <FolioPicker
                {...control}
                value={typed.folio}
                first={[here, ...folio.others.filter(({ status }) => status === 'open')]}
                onChange={(picked) =>
                  set({ folio: picked, ...(picked?.id === folio.id ? {} : { window: 1 }) })
                }
              />
            )}
          </Field>
          <WindowField
            folio={target ?? { windows: [] }}
            all
            autoFocus
            value={typed.window}
            error={errors.toWindow}
            onChange={(window) => set({ window })}
          />
          {lines.length > 0 && <Effect rows={rows} />}
        </>
      )}
    </ActDrawer>
  )
}
