import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { balanceOf, type Folio, type Line } from '#renderer/parts/folio/folio-view.ts'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import type { ActProps } from './act-props.ts'
import { ChosenLines } from './ChosenLines.tsx'
import { PartsTable } from './PartsTable.tsx'
import { useRestWords } from './rest-words.ts'
import { splitWays, type TypedPart } from './typed-split.ts'
import { type Split, useSplit } from './use-split.ts'

/** Cuts a charge into parts that are exactly the whole, each on a window. */
export function SplitDrawer(props: ActProps) {
  const { folio, onClose } = props
  const { t } = useWords()
  const split = useSplit(props)
  const { line, by, parts, amounts } = split
  return (
    <ActDrawer
      title={t('folioScreen.split.title')}
      onClose={onClose}
      submit={t('folioScreen.act.split')}
      run={split.run}
      ready={amounts !== null}
      command={split.command}
      draft={split.draft}
    >
      {line ? <ChosenLines lines={[line]} /> : <p className="k-field">{t('folioScreen.split.none')}</p>}
      <KeyedChoice
        label={t('folioScreen.split.by')}
        keysLabel="folioScreen.key.way"
        choices={splitWays}
        value={by}
        word={(way) => t(`folioScreen.split.way.${way}`)}
        onChange={split.toWay}
      />
      <PartsTable folio={folio} split={split} />
      <SplitFaults split={split} />
      {line && amounts && <SplitEffect folio={folio} line={line} parts={parts} amounts={amounts} />}
    </ActDrawer>
  )
}

/** What keeps the parts from being the whole. */
function SplitFaults({ split: { by, read, emptyPart } }: { split: Split }) {
  const { t } = useWords()
  const restWords = useRestWords(by)
  return (
    <>
      {read?.wrong && <p className="k-trouble-line">{t('folioScreen.split.wrong')}</p>}
      {read?.rest ? (
        <p className="k-trouble-line" role="status">
          {t('folioScreen.split.rest', { rest: restWords(read.rest) })}
        </p>
      ) : null}
      {emptyPart !== null && (
        <p className="k-trouble-line" role="status">
          {t('folioScreen.split.empty', { part: emptyPart })}
        </p>
      )}
    </>
  )
}

type EffectProps = {
  folio: Folio
  line: Line
  parts: readonly TypedPart[]
  amounts: readonly number[]
}

/** What each window that a part goes to, and the one that the line leaves, owes now and then. */
function SplitEffect({ folio, line, parts, amounts }: EffectProps) {
  const { t } = useWords()
  const changes = new Map<number, number>([[line.window, -line.grossMinor]])
  amounts.forEach((amount, at) => {
    const to = parts[at]?.window ?? line.window
    changes.set(to, (changes.get(to) ?? 0) + amount)
  })
  return (
    <Effect
      rows={[...changes].map(([window, change]) => ({
        name: t('folioScreen.effect.window', { window }),
        before: balanceOf(folio, window),
        after: balanceOf(folio, window) + change,
      }))}
    />
  )
}
