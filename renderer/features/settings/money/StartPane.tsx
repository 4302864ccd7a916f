import { Button } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { addActs } from '../acts.ts'
import { ReadOnlyNote } from '../ReadOnlyNote.tsx'

type Shipped = OutputOf<'chart.listCharts'>[number]

/** A hotel without a chart: the charts that ship, those of its country first, with where their facts come from. */
export function StartPane({ editable, onByHand }: { editable: boolean; onByHand: () => void }) {
  const { t } = useWords()
  const { country } = useHotel()
  const charts = useQuery('chart.listCharts', {})
  const [chosen, setChosen] = useMemory<string | null>('money:start', null)
  const load = useCommand('chart.load')
  useActs(addActs, { add: onByHand }, { on: editable })
  const list = [...(charts.data ?? [])].sort(
    (a, b) => Number(b.country === country) - Number(a.country === country),
  )
  const shown = list.find((one) => one.chart === chosen)
  return (
    <Pane title={t('settings.section.money')}>
      <ReadOnlyNote section="money" editable={editable} />
      {charts.failed && (
        <Trouble failed={charts.failed} operation="chart.listCharts" onRetry={charts.retry} />
      )}
      {charts.loading && <RowSkeleton rows={4} />}
      <div className="s-starts">
        <p>
          {t(editable ? 'chart.begin' : 'chart.beginNone')}{' '}
          {editable && (
            <Button type="link" size="small" onClick={onByHand}>
              {t('chart.byHand', { key: addActs.add.key })}
            </Button>
          )}
        </p>
        {list.map((one, index) => (
          <Choice
            key={one.chart}
            one={one}
            first={index === 0}
            pressed={one.chart === chosen}
            onChoose={() => {
              setChosen(one.chart)
              load.reset()
            }}
          />
        ))}
        {shown && (
          <Sources
            one={shown}
            editable={editable}
            pending={load.pending}
            trouble={load.trouble}
            onLoad={() => void load.run({ chart: shown.chart })}
          />
        )}
      </div>
    </Pane>
  )
}

type ChoiceProps = { one: Shipped; first: boolean; pressed: boolean; onChoose: () => void }

function Choice({ one, first, pressed, onChoose }: ChoiceProps) {
  const { t, language } = useWords()
  return (
    <button
      type="button"
      className="s-start"
      aria-pressed={pressed}
      // biome-ignore lint/a11y/noAutofocus: the one thing to do here is to choose
      autoFocus={first}
      onClick={onChoose}
    >
      <b>{inLanguage(one, language)}</b>
      <span className="k-quiet">{t('chart.holds', { accounts: one.accounts, codes: one.codes })}</span>
      {one.currency && <span className="k-quiet">{t('chart.amountsIn', { currency: one.currency })}</span>}
    </button>
  )
}

type SourcesProps = {
  one: Shipped
  editable: boolean
  pending: boolean
  trouble: string | null
  onLoad: () => void
}

function Sources({ one, editable, pending, trouble, onLoad }: SourcesProps) {
  const { t, language } = useWords()
  return (
    <section className="s-sources" aria-label={t('chart.sources')}>
      <p>
        <b>{inLanguage({ nameEn: one.noteEn, nameZh: one.noteZh }, language)}</b>
      </p>
      {editable && (
        <p>
          <Button type="primary" loading={pending} onClick={onLoad}>
            {t('chart.load')}: {inLanguage(one, language)}
          </Button>
        </p>
      )}
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
      <p className="k-label">{t('chart.sources')}</p>
      <ul>
        {one.sources.map((source) => (
          <li key={source.whatEn}>
            {inLanguage({ nameEn: source.whatEn, nameZh: source.whatZh }, language)}{' '}
            <span className="k-quiet">
              {source.where} ({t('chart.checked', { date: source.checked })})
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
