import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { Effect, type EffectRow } from '#renderer/parts/folio/Effect.tsx'
import { balanceOf, type Folio, type Line } from '#renderer/parts/folio/folio-view.ts'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import type { ActProps } from './act-props.ts'
import { byWindow, ChosenLines } from './ChosenLines.tsx'
import { TargetFields, type TypedTarget, useTarget } from './Target.tsx'
import { useHeldLines } from './use-held-lines.ts'

/** Moves the chosen lines to another window, or to another folio. */
export function TransferDrawer({ folio, chosen, onClose }: ActProps) {
  const { t } = useWords()
  const lines = useHeldLines(chosen)
  const here = { id: folio.id, title: t('folioScreen.transfer.here') }
  const command = useCommand('folio.transfer')
  const { draft, typed, set } = useTyped<TypedTarget>(
    `folio:${folio.id}:transfer`,
    { folio: here, window: lines[0]?.window === 1 ? 2 : 1 },
    command,
  )
  const { target } = useTarget(folio, typed.folio)
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
          <TargetFields
            folio={folio}
            here={here}
            label={t('folioScreen.transfer.to')}
            typed={typed}
            target={target}
            error={errors.toWindow}
            autoFocus
            onChange={set}
          />
          {lines.length > 0 && <TransferEffect folio={folio} lines={lines} typed={typed} target={target} />}
        </>
      )}
    </ActDrawer>
  )
}

type EffectProps = { folio: Folio; lines: readonly Line[]; typed: TypedTarget; target: Folio | undefined }

/** What each window that gives or takes owes now and then. */
function TransferEffect({ folio, lines, typed, target }: EffectProps) {
  const { t } = useWords()
  const { window } = typed
  const isHere = target?.id === folio.id
  const sum = lines.reduce((total, line) => total + line.grossMinor, 0)
  const own = byWindow(lines)
  const rows: EffectRow[] = [...own].map(([from, amount]) => ({
    name: t('folioScreen.effect.window', { window: from }),
    before: balanceOf(folio, from),
    after: balanceOf(folio, from) - amount + (isHere && from === window ? sum : 0),
  }))
  if (target && !(isHere && own.has(window)))
    rows.push({
      name: isHere
        ? t('folioScreen.effect.window', { window })
        : t('folioScreen.folioWindow', { folio: typed.folio?.title ?? '', window }),
      before: balanceOf(target, window),
      after: balanceOf(target, window) + sum,
    })
  return <Effect rows={rows} />
}
