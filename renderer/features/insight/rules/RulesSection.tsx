import './rules.css'
import { useMemo, useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { setTyped, useLocation } from '#renderer/base/route/route.tsx'
import { useNextWords } from '#renderer/parts/insight/next-words.ts'
import { RunRefusal } from '#renderer/parts/insight/RunRefusal.tsx'
import { useRowsFile } from '#renderer/parts/insight/use-list-file.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { offerCriteria } from '#shared/domain/insight/rules/pick.ts'
import { minOffered } from '#shared/domain/insight/suggest/outcome.ts'
import { ruleGuestActs } from './acts.ts'
import { RuleBookings } from './RuleBookings.tsx'
import { rulesFile } from './rules-file.ts'
import type { OfferRule, WordedRule } from './worded-rule.ts'

type Rules = OutputOf<'insight.offerRules'>

/** The rules that offers follow, with their figures, what came of the offers, and whom each speaks of. */
export function Section() {
  const found = useQuery('insight.offerRules', {})
  if (found.failed)
    return <Trouble failed={found.failed} operation="insight.offerRules" onRetry={found.retry} />
  if (!found.data) return <RowSkeleton />
  return <Found {...found.data} />
}

function Found({ rules, byBasis }: Rules) {
  const { t } = useWords()
  const { itemText } = useNextWords()
  const worded = useMemo(
    () =>
      rules.map((rule) => ({
        ...rule,
        givenText: rule.given.map(itemText).join(' + '),
        addsText: itemText(rule.adds),
      })),
    [rules, itemText],
  )
  const [active, setActive] = useState<WordedRule | undefined>(worded[0])
  return (
    <Panes
      label={t('insight.section.rules')}
      areas={'"rules guests"'}
      columns="minmax(0, 1fr) minmax(360px, 34%)"
      panes={[
        {
          name: 'rules',
          title: t('insight.section.rules'),
          act: ruleGuestActs.rules,
          children: <RuleList rules={worded} byBasis={byBasis} onActive={setActive} />,
        },
        {
          name: 'guests',
          title: t('offer.rules.pane'),
          act: ruleGuestActs.guests,
          children: <RuleBookings rule={active} />,
        },
      ]}
    />
  )
}

type ListProps = {
  rules: readonly WordedRule[]
  byBasis: Rules['byBasis']
  onActive: (rule: WordedRule | undefined) => void
}

function RuleList({ rules, byBasis, onActive }: ListProps) {
  const { t, locale } = useWords()
  const words = useRuleFigures()
  const list = useRef<HTMLDivElement>(null)
  const text = useLocation(({ typed }) => typed.text ?? '')
  const file = useRowsFile()
  const wanted = text.trim().toLowerCase()
  const shown = rules.filter(({ givenText, addsText }) =>
    `${givenText} ${addsText}`.toLowerCase().includes(wanted),
  )
  const columns = useMemo(() => columnsOf(t, words), [t, words])
  const number = (value: number) => formatNumber(value, locale)
  return (
    <Pane
      title={t('insight.section.rules')}
      note={file.note ?? number(shown.length)}
      scroll={false}
      tools={
        rules.length > 0 && (
          <button type="button" className="k-tool" onClick={() => file.run(rulesFile(shown, t))}>
            {t('offer.rules.save')}
          </button>
        )
      }
    >
      <Rows heights="auto minmax(0, 1fr)">
        <div className="rul-about">
          <About />
          <p className="k-quiet">
            {byBasis
              .map((one) =>
                t('offer.rules.ofBasis', {
                  basis: t(`offer.rules.basis.${one.basis}`),
                  taken: words.takenText(one),
                }),
              )
              .join('  ·  ')}
          </p>
          <SearchField
            label={t('offer.rules.filter')}
            placeholder={t('offer.rules.filterHint')}
            value={text}
            onSearch={(next) => setTyped({ text: next })}
            onClear={() => setTyped({ text: '' })}
            onDown={() => list.current?.focus()}
          />
        </div>
        <DataList
          label={t('insight.section.rules')}
          memory="rules"
          about={text}
          rows={shown}
          columns={columns}
          rowKey={({ id }) => id}
          onActive={onActive}
          listRef={list}
          autoFocus
          empty={
            rules.length === 0 ? <NoRules /> : <EmptyState>{t('offer.rules.notFound', { text })}</EmptyState>
          }
        />
      </Rows>
    </Pane>
  )
}

/** The last computation, once it found something. */
function useRulesRun() {
  return useQuery('insight.output', { kind: 'rules' }).data?.output as RunOutputOf<'rules'> | null | undefined
}

/** Nothing was worth offering by, or there were too few stays to say. */
function NoRules() {
  const { t } = useWords()
  const run = useRulesRun()
  return run ? <EmptyState>{t('offer.rules.none')}</EmptyState> : <RunRefusal kind="rules" />
}

/** How many rules there were, and which of them are kept. */
function About() {
  const { t, locale } = useWords()
  const run = useRulesRun()
  const number = (value: number) => formatNumber(value, locale)
  if (!run) return null
  return (
    <p>
      {t('offer.rules.about', {
        stays: number(run.stays),
        found: number(run.found),
        kept: number(run.kept),
        lift: offerCriteria.lift,
        minStays: offerCriteria.minStays,
      })}{' '}
      <span className="k-quiet">{t('offer.rules.minOffered', { count: minOffered })}</span>
    </p>
  )
}

type Taken = Pick<OfferRule, 'offered' | 'taken' | 'share'>

function useRuleFigures() {
  const { t, locale } = useWords()
  return useMemo(() => {
    const number = (value: number, digits = 0) => formatNumber(value, locale, digits)
    const percent = (share: number, digits = 0) => `${number(share * 100, digits)} %`
    const takenText = ({ offered, taken, share }: Taken) =>
      offered === 0
        ? '—'
        : t('offer.rules.takenOf', { taken: number(taken), offered: number(offered) }) +
          (share === null ? '' : ` · ${percent(share)}`)
    return { number, percent, takenText }
  }, [t, locale])
}

function columnsOf(
  t: T,
  { number, percent, takenText }: ReturnType<typeof useRuleFigures>,
): Column<WordedRule>[] {
  const figure = (name: 'stays' | 'support' | 'confidence' | 'lift', width: string) => ({
    key: name,
    head: <span title={t(`offer.rules.definition.${name}`)}>{t(`offer.rules.${name}`)}</span>,
    width,
    figures: true,
  })
  const cut = (text: string) => (
    <span className="k-cut" title={text}>
      {text.charAt(0).toLocaleUpperCase()}
      {text.slice(1)}
    </span>
  )
  return [
    {
      key: 'given',
      head: t('offer.rules.given'),
      width: 'minmax(140px, 4fr)',
      cell: ({ givenText }) => cut(givenText),
    },
    {
      key: 'adds',
      head: t('offer.rules.adds'),
      width: 'minmax(120px, 3fr)',
      cell: ({ addsText }) => cut(addsText),
    },
    { ...figure('stays', '56px'), cell: ({ stays }) => number(stays) },
    { ...figure('support', '64px'), from: 820, cell: ({ support }) => percent(support, 1) },
    { ...figure('confidence', '76px'), cell: ({ confidence }) => percent(confidence) },
    { ...figure('lift', '52px'), cell: ({ lift }) => number(lift, 2) },
    {
      key: 'taken',
      head: t('offer.rules.taken'),
      width: '136px',
      figures: true,
      from: 600,
      cell: takenText,
    },
  ]
}
