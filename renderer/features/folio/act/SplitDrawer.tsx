import { Input, Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { maxWindows } from '#shared/domain/folio/folio.ts'
import { shareLine, splitWeights } from '#shared/domain/folio/share-line.ts'
import type { Line } from '#renderer/parts/folio/folio-view.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { ChosenLines } from './ChosenLines.tsx'
import { Effect, type EffectRow } from '#renderer/parts/folio/Effect.tsx'
import { readParts, type SplitBy, splitWays, type TypedPart, wayOf } from './typed-split.ts'
import { useHeldLines } from './use-held-lines.ts'
import { windowOptions } from '#renderer/parts/folio/WindowField.tsx'

/** Cuts a charge into parts that are exactly the whole, each on a window. */
export function SplitDrawer({ folio, chosen, window, onClose }: ActProps) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const [line] = useHeldLines(chosen, ({ payment }) => payment === null)
  const draft = useDraft(`folio:${folio.id}:split`, {
    by: 'shares' as SplitBy,
    parts: freshParts('shares', line?.window ?? window),
  })
  const command = useCommand('folio.split')
  const { by, parts } = draft.value
  const set = (patch: Partial<typeof draft.value>) => {
    command.reset()
    draft.set({ ...draft.value, ...patch })
  }
  const toWay = (next: SplitBy) => set({ by: next, parts: freshParts(next, parts[0]?.window ?? window) })
  useChoiceKeys(splitWays, 'folioScreen.key.way', toWay)
  const read = line ? readParts(line, by, parts, currency) : null
  const way = read?.values ? wayOf(by, read.values) : null
  const weights = line && way ? splitWeights(line, way) : null
  const shared = line && weights?.ok ? shareLine(line, weights.value) : null
  const run = async () => {
    if (!line || !way) return
    const reply = await command.run({
      lineId: line.id,
      way: way as never,
      windows: parts.map((part) => part.window),
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const setPart = (at: number, patch: Partial<TypedPart>) =>
    set({ parts: parts.map((part, place) => (place === at ? { ...part, ...patch } : part)) })
  const restText = read && line ? wordRest(read.rest) : ''
  return (
    <ActDrawer
      title={t('folioScreen.split.title')}
      onClose={onClose}
      submit={t('folioScreen.act.split')}
      run={run}
      ready={shared?.ok === true}
      command={command}
      draft={draft}
    >
      {line ? <ChosenLines lines={[line]} /> : <p className="k-field">{t('folioScreen.split.none')}</p>}
      <div role="radiogroup" aria-label={t('folioScreen.split.by')} className="fo-methods">
        {splitWays.map((one, at) => (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={one === by}
            className="fo-method"
            onClick={() => toWay(one)}
          >
            {t(`folioScreen.split.way.${one}`)} <KeyHint keys={choiceKey(at)} />
          </button>
        ))}
      </div>
      <table className="k-table fo-parts">
        <thead>
          <tr>
            <th scope="col">{t('folioScreen.split.part')}</th>
            <th scope="col">{t(`folioScreen.split.unit.${by}`)}</th>
            <th scope="col">{t('folioScreen.field.window')}</th>
            <th scope="col" className="k-num">
              {t('folioScreen.column.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              <td>
                <Input
                  aria-label={t('folioScreen.split.partN', { part: at + 1 })}
                  autoFocus={at === 0}
                  className="k-money"
                  inputMode="decimal"
                  autoComplete="off"
                  value={part.value}
                  placeholder={read?.filled === at ? wordRest(read.restBefore) : ''}
                  onFocus={(event) => event.target.select()}
                  onChange={(event) => setPart(at, { value: event.target.value })}
                />
              </td>
              <td>
                <Select
                  aria-label={t('folioScreen.split.windowOf', { part: at + 1 })}
                  value={part.window}
                  options={windowOptions(folio, true, t('folioScreen.newWindow'))}
                  onChange={(next: number) => setPart(at, { window: next })}
                />
              </td>
              <td className="k-num">
                {shared?.ok ? formatMoney(shared.value[at]?.grossMinor ?? 0, currency, locale) : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="k-usual fo-part-tools">
        <button
          type="button"
          className="k-chip"
          disabled={parts.length >= 20}
          onClick={() =>
            set({ parts: [...parts, { value: by === 'shares' ? '1' : '', window: nextWindow(parts) }] })
          }
        >
          + {t('folioScreen.split.more')}
        </button>
        {parts.length > 2 && (
          <button type="button" className="k-chip" onClick={() => set({ parts: parts.slice(0, -1) })}>
            − {t('folioScreen.split.fewer')}
          </button>
        )}
      </div>
      {read?.wrong && <p className="k-trouble-line">{t('folioScreen.split.wrong')}</p>}
      {read?.rest ? (
        <p className="k-trouble-line" role="status">
          {t('folioScreen.split.rest', { rest: restText })}
        </p>
      ) : null}
      {weights && !weights.ok && weights.refusal.code === 'SPLIT_PART_EMPTY' && (
        <p className="k-trouble-line" role="status">
          {t('folioScreen.split.empty', { part: String(weights.refusal.params.part ?? '') })}
        </p>
      )}
      {line && shared?.ok && (
        <Effect
          rows={effectRows(
            line,
            shared.value.map(({ grossMinor }) => grossMinor),
          )}
        />
      )}
    </ActDrawer>
  )

  function wordRest(rest: number): string {
    if (by === 'amounts') return formatMoney(rest, currency, locale)
    if (by === 'percent') return `${rest / 100} %`
    return String(rest / 1000)
  }

  function effectRows(of: Line, amounts: readonly number[]): EffectRow[] {
    const after = new Map<number, number>([[of.window, -of.grossMinor]])
    amounts.forEach((amount, at) => {
      const to = parts[at]?.window ?? of.window
      after.set(to, (after.get(to) ?? 0) + amount)
    })
    const balance = (n: number) => folio.windows.find((one) => one.window === n)?.balanceMinor ?? 0
    return [...after].map(([n, change]) => ({
      name: t('folioScreen.effect.window', { window: n }),
      before: balance(n),
      after: balance(n) + change,
    }))
  }
}

/** Two parts: one stays, the other goes to the next window. */
function freshParts(by: SplitBy, window: number): TypedPart[] {
  const value = by === 'shares' ? '1' : ''
  return [
    { value, window },
    { value, window: window === 1 ? 2 : 1 },
  ]
}

function nextWindow(parts: readonly TypedPart[]): number {
  const used = parts.map(({ window }) => window)
  return Array.from({ length: maxWindows }, (_, at) => at + 1).find((n) => !used.includes(n)) ?? 1
}
