import './value.css'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { moveByArrows } from '#renderer/base/keys/move-by-arrows.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery, useLocation } from '#renderer/base/route/route.tsx'
import { RunAge } from '#renderer/parts/insight/RunAge.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Pane, Section as Part } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { describeReply } from '#shared/i18n/index.ts'
import { AsOf } from './AsOf.tsx'
import { valuePaneActs } from './acts.ts'
import { ClassTables } from './ClassTables.tsx'
import { Concentration } from './Concentration.tsx'
import { type Chosen, chosenFrom, chosenText, type Figures } from './figures.ts'
import { GuestsOf } from './GuestsOf.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { MovesTable } from './MovesTable.tsx'
import { SegmentTable } from './SegmentTable.tsx'
import { ValueMap } from './ValueMap.tsx'

/** Value: the eight segments, where revenue comes from, and the guests behind each figure beside them. */
export function Section() {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const query = useLocation((location) => location.query)
  const asOf = query.asOf ?? ''
  const earlier = asOf !== '' && asOf < businessDate
  const found = useQuery('insight.output', {
    kind: 'value',
    ...(earlier ? { asOf: asOf as typeof businessDate } : {}),
  })
  const chosen = chosenFrom(query.of)
  const choose = (of: Chosen) => setQuery({ of: chosenText(of) })
  return (
    <Panes
      label={t('insight.section.value')}
      areas={'"figures guests"'}
      columns="minmax(0, 1fr) minmax(420px, 34%)"
      panes={[
        {
          name: 'figures',
          title: t('insight.section.value'),
          act: valuePaneActs.figures,
          children: (
            <Pane title={t('insight.section.value')} tools={<AsOf asOf={earlier ? asOf : null} />}>
              {found.failed && !found.data && (
                <Trouble failed={found.failed} operation="insight.output" onRetry={found.retry} />
              )}
              {found.loading && <RowSkeleton />}
              {earlier && found.data && <RunAge asOf={found.data.asOf} moment={found.data.moment} />}
              {found.data === null && <p className="val-note">{t('insightValue.page.noneThen')}</p>}
              {found.data?.said && <Said said={found.data.said} />}
              {found.data?.output != null && (
                <Body figures={found.data.output as Figures} chosen={chosen} choose={choose} />
              )}
            </Pane>
          ),
        },
        {
          name: 'guests',
          title: t('insightValue.page.guests'),
          act: valuePaneActs.guests,
          children: <GuestsOf of={chosen} earlier={earlier} />,
        },
      ]}
    />
  )
}

function Said({ said }: { said: { code: string; params: Record<string, string | number> } }) {
  const { language } = useWords()
  return <p className="val-note">{describeReply({ ok: false, refusal: said }, language, 'insight.run')}</p>
}

type BodyProps = { figures: Figures; chosen: Chosen; choose: (of: Chosen) => void }

function Body({ figures, chosen, choose }: BodyProps) {
  const { t, locale } = useWords()
  const number = (value: number) => formatNumber(value, locale)
  return (
    <div onKeyDown={moveByArrows}>
      <Part
        title={t('insightValue.page.segments')}
        note={t('insightValue.page.counted', {
          guests: number(figures.guests),
          prospects: number(figures.prospects),
          excluded: number(figures.excluded),
        })}
      >
        <SegmentTable figures={figures} chosen={chosen} choose={choose} />
      </Part>
      <Part title={t('insightValue.page.map')}>
        <ValueMap figures={figures} chosen={chosen} choose={choose} />
      </Part>
      <Part title={t('insightValue.page.spread')}>
        <Concentration figures={figures} chosen={chosen} choose={choose} />
      </Part>
      <Part title={t('insightValue.kind.matrix')}>
        <MatrixTable figures={figures} chosen={chosen} choose={choose} />
      </Part>
      <Part title={t('insightValue.page.classes')}>
        <ClassTables figures={figures} chosen={chosen} choose={choose} />
      </Part>
      <Part title={t('insightValue.page.moves')}>
        <MovesTable chosen={chosen} choose={choose} />
      </Part>
    </div>
  )
}
