import { useEffect, useMemo, useRef } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Folio, Line } from '#renderer/parts/folio/folio-view.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { type ActName, folioActs, lineActs, listActs } from './acts.ts'
import { LineFoot } from './LineFoot.tsx'
import { LineList } from './LineList.tsx'
import { useLineChoice } from './use-line-choice.ts'

type Props = {
  folio: Folio
  /** The window whose lines are shown; 0: all. */
  window: number
  /** Lines that were corrected, moved or split, and what took them off, are shown too. */
  withGone: boolean
  onGone: (shown: boolean) => void
  acts: readonly (keyof typeof lineActs)[]
  /** Absent where there is no stay whose taxes change. */
  onTaxes: (() => void) | undefined
  onAct: (name: ActName) => void
  /** The lines that an act takes. */
  onChosen: (lines: readonly Line[]) => void
}

/** What stands on the folio, line by line; several are chosen by Space and Shift with the arrows. */
export function FolioLines(props: Props) {
  const { folio, window, withGone, onGone, acts, onTaxes, onAct, onChosen } = props
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const lines = useMemo(
    () => folio.lines.filter((line) => (withGone || line.live) && (window === 0 || line.window === window)),
    [folio.lines, withGone, window],
  )
  const gone = folio.lines.filter((line) => !line.live && (window === 0 || line.window === window)).length
  const choice = useLineChoice(lines)
  const { chosen } = choice
  const report = useRef(onChosen)
  report.current = onChosen
  useEffect(() => report.current(chosen), [chosen])
  const sum = chosen.reduce((total, line) => total + line.grossMinor, 0)
  return (
    <Pane
      title={t('folioScreen.lines.title')}
      note={
        choice.marked.size > 1
          ? t('folioScreen.lines.marked', {
              count: chosen.length,
              sum: formatMoney(sum, currency, locale),
            })
          : t('folioScreen.lines.count', { count: lines.length })
      }
      scroll={false}
      tools={
        <>
          {chosen.length > 0 &&
            acts.map((name) => (
              <button
                key={name}
                type="button"
                className="k-tool"
                title={t(lineActs[name].label)}
                onClick={() => onAct(name)}
              >
                {t(`folioScreen.act.${name}`)} <KeyHint keys={lineActs[name].key} />
              </button>
            ))}
          {gone > 0 && (
            <button
              type="button"
              className="k-tool"
              aria-pressed={withGone}
              onClick={() => onGone(!withGone)}
            >
              {t(withGone ? 'folioScreen.lines.hideGone' : 'folioScreen.lines.showGone', { count: gone })}{' '}
              <KeyHint keys={listActs.shown.key} />
            </button>
          )}
        </>
      }
    >
      {lines.length === 0 ? (
        <EmptyState
          {...(folio.status === 'open'
            ? {
                action: {
                  label: t('folioScreen.act.charge'),
                  run: () => onAct('charge'),
                  keys: folioActs.charge.key,
                },
              }
            : {})}
        >
          {t('folioScreen.lines.none')}
        </EmptyState>
      ) : (
        <LineList lines={lines} choice={choice} withWindow={window === 0 && folio.windows.length > 1} />
      )}
      <LineFoot line={choice.active} />
      <Sums folio={folio} onTaxes={onTaxes} />
    </Pane>
  )
}

/** What was charged, the tax in it, what was paid and what is left. */
function Sums({ folio, onTaxes }: Pick<Props, 'folio' | 'onTaxes'>) {
  const { t } = useWords()
  const sums = [
    ['charged', folio.chargedMinor],
    ['taxOf', folio.taxMinor],
    ['paid', folio.paidMinor],
    ['balance', folio.balanceMinor],
  ] as const
  return (
    <dl className="fo-sums">
      {sums.map(([name, minor]) => (
        <div key={name}>
          <dt>{t(`folioScreen.${name}`)}</dt>
          <dd>
            <MoneyText minor={minor} />
            {name === 'taxOf' && onTaxes && (
              <button type="button" className="k-tool" title={t(folioActs.taxes.label)} onClick={onTaxes}>
                {t('folioScreen.act.taxes')} <KeyHint keys={folioActs.taxes.key} />
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
