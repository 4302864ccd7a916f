import { type RefObject, useMemo } from 'react'
import { type T, useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { AsOfDate } from '#renderer/parts/insight/RunAge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import { exampleNames, exampleRule } from '#shared/domain/insight/segments/examples.ts'
import type { Key } from '#shared/i18n/index.ts'
import { words } from '#shared/i18n/index.ts'
import { type RuleNames, ruleText } from '#shared/i18n/segment-text.ts'
import type { SegmentView, Start } from './editor-state.ts'
import { problemText } from './problem-text.ts'
import type { TermsView } from './subjects.ts'

type Props = {
  segments: readonly SegmentView[]
  terms: TermsView
  names: RuleNames
  listRef: RefObject<HTMLDivElement | null>
  onOpen: (segment: SegmentView) => void
  onCreate?: ((start?: Start) => void) | undefined
}

/** All segments with their guests, as of when, their tag, and what is wrong with one today. */
export function SegmentList({ segments, terms, names, listRef, onOpen, onCreate }: Props) {
  const { t, language, locale } = useWords()
  const columns = useMemo(() => columnsOf(t, locale, language, names), [t, locale, language, names])
  return (
    <DataList
      label={t('segment.title')}
      rows={segments}
      columns={columns}
      rowKey={(row) => row.id}
      rowHeight={44}
      listRef={listRef}
      memory="segments"
      autoFocus
      onOpen={onOpen}
      empty={<Examples terms={terms} names={names} onCreate={onCreate} />}
    />
  )
}

function columnsOf(t: T, locale: string, language: string, names: RuleNames): Column<SegmentView>[] {
  return [
    {
      key: 'name',
      head: t('segment.column.name'),
      width: 'minmax(200px, 3fr)',
      cell: (row) => (
        <span className="sg-row">
          <b className="k-cut">{inLanguage(row, language)}</b>
          {row.problems[0] ? (
            <span className="k-cut sg-wrong">
              <Mark of="warning" /> {problemText(row.problems[0], names.language)}
            </span>
          ) : (
            <span className="k-cut k-quiet" title={ruleText(row.rule, names)}>
              {ruleText(row.rule, names)}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'guests',
      head: t('segment.column.guests'),
      width: '84px',
      figures: true,
      cell: (row) =>
        row.members ? (
          formatNumber(row.members.count, locale)
        ) : (
          <span className="k-quiet" title={t('segment.notCounted')}>
            —
          </span>
        ),
    },
    {
      key: 'asOf',
      head: t('segment.column.asOf'),
      width: '140px',
      cell: (row) => row.members && <AsOfDate asOf={row.members.asOf} />,
    },
    {
      key: 'tag',
      head: t('segment.column.tag'),
      width: 'minmax(96px, 1fr)',
      cell: (row) =>
        row.tag && (
          <span className="k-cut">
            {row.tag}{' '}
            <span className="k-quiet">
              {t('segment.tagged', { shown: formatNumber(row.tagged?.count ?? 0, locale) })}
            </span>
          </span>
        ),
    },
    {
      key: 'by',
      head: t('segment.column.by'),
      width: 'minmax(80px, 1fr)',
      cell: (row) => <span className="k-cut">{row.createdByName}</span>,
    },
  ]
}

/** Where there is no segment yet: what one is, and three to begin with. */
function Examples({ terms, names, onCreate }: Pick<Props, 'terms' | 'names' | 'onCreate'>) {
  const { t } = useWords()
  const tiers = (terms.words.tier ?? []).map(({ value }) => value)
  return (
    <>
      <EmptyState>{t('segment.none')}</EmptyState>
      {onCreate && (
        <ul className="sg-examples" aria-label={t('segment.examples')}>
          {exampleNames.map((name) => {
            const rule = exampleRule(name, tiers)
            const key: Key = `segment.example.${name}`
            if (!rule) return null
            const start = { nameEn: words('en', key), nameZh: words('zh', key), rule }
            return (
              <li key={name}>
                <Button onClick={() => onCreate(start)}>{t(key)}</Button>
                <span className="k-quiet">{ruleText(rule, names)}</span>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
