import { Button, Checkbox } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { type Draft, useDraft } from '#renderer/base/drafts/use-draft.ts'
import { runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { formatDate, formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import {
  type CutoverSection,
  cutoverSections,
  openingLedgers,
  type WrongLine,
} from '#shared/domain/folio/cutover.ts'
import type { Currency } from '#shared/values/index.ts'
import { cutoverActs, cutoverSectionActs } from '../acts.ts'
import type { Chart } from '../money/money-things.ts'
import { LedgerTable } from './LedgerTable.tsx'
import { OpeningLines } from './OpeningLines.tsx'
import { freshOpening, type ReadOpening, readTyped, type TypedOpening } from './opening-form.ts'

type Props = { chart: Chart; others: number }

/** The lines of each section, with their sums against the trial balance of the system before. */
export function OpeningPane({ chart, others }: Props) {
  const { t, locale } = useWords()
  const { currency, businessDate } = useHotel()
  const draft = useDraft<TypedOpening>('settings:cutover', freshOpening(), { stays: true })
  const [section, setSection] = useMemory<CutoverSection>('cutover:section', 'folios')
  const typed = draft.value
  const read = useMemo(() => readTyped(typed, currency as Currency), [typed, currency])
  const preview = useQuery('cutover.preview', { ...read.opening, trial: noTrial }, { keep: true })
  const wrong = useMemo(() => [...read.wrong, ...(preview.data?.wrong ?? [])], [read, preview.data])
  const post = usePost(draft, read, wrong.length === 0 && !preview.previous && preview.failed === null)
  useActs(cutoverSectionActs, runEach(cutoverSectionActs, setSection))
  useActs(cutoverActs, { post: () => void post.run() })
  // What an undo brings back is put beside what was typed since
  const latest = useRef(typed)
  latest.current = typed
  const change = (patch: Partial<TypedOpening>) => {
    draft.set({ ...latest.current, ...patch })
    post.reset()
  }
  return (
    <Pane
      title={t('settings.section.cutover')}
      note={t('cutover.asOf', { date: formatDate(businessDate, locale, 'day'), currency })}
      scroll={false}
      tools={
        <Button type="primary" disabled={!post.ready} loading={post.pending} onClick={() => void post.run()}>
          {t('cutover.post')} <KeyHint keys={cutoverActs.post.key} />
        </Button>
      }
    >
      <DraftNote draft={draft} names={(field) => nameOf(field, t)} text={(_, value) => countText(value, t)} />
      <LedgerTable typed={typed} read={read} change={change} />
      <Verdict read={read} wrong={wrong} others={others} post={post} />
      {preview.failed && <Trouble line failed={preview.failed} operation="cutover.preview" />}
      <Sections typed={typed} wrong={wrong} chosen={section} onChoose={setSection} />
      <OpeningLines
        key={section}
        section={section}
        chart={chart}
        lines={typed[section]}
        wrong={wrong}
        set={(lines) => change({ [section]: lines })}
      />
    </Pane>
  )

  function countText(value: unknown, say: typeof t) {
    return Array.isArray(value) ? say('cutover.lines', { count: value.length }) : undefined
  }
}

/** The lines alone are looked at: how they compare with the trial balance is worked out beside its fields. */
const noTrial = { guest: 0, deposits: 0, keyDeposits: 0, cityLedger: 0, vouchers: 0, cash: 0 }

function nameOf(field: string, t: ReturnType<typeof useWords>['t']): string | undefined {
  const section = cutoverSections.find((one) => one === field)
  if (section) return t(`cutover.section.${section}`)
  if (field === 'safe') return t('cutover.ledger.cash')
  return field === 'trial' ? t('cutover.row.trial') : undefined
}

/** Takes the opening over, once nothing is wrong and what differs was accepted. */
function usePost(draft: Draft<TypedOpening>, read: ReadOpening, clean: boolean) {
  const post = useCommand('cutover.post')
  const off = openingLedgers
    .map((ledger) => ({ ledger, offMinor: read.sums[ledger] - read.trial[ledger] }))
    .filter(({ offMinor }) => offMinor !== 0)
  // What was accepted are these differences; others are asked about again
  const differences = JSON.stringify(off)
  const [accepted, setAccepted] = useState('')
  const accepts = off.length > 0 && accepted === differences
  const ready =
    draft.dirty && !draft.waiting && clean && read.unread.length === 0 && (off.length === 0 || accepts)
  return {
    off,
    accepts,
    accept: (is: boolean) => setAccepted(is ? differences : ''),
    ready,
    pending: post.pending,
    trouble: post.trouble,
    reset: post.reset,
    run: async () => {
      if (!ready || post.pending) return
      const reply = await post.run({ ...read.opening, trial: read.trial, acceptDifferences: accepts })
      if (reply.ok) draft.clear()
    },
  }
}

type VerdictProps = {
  read: ReadOpening
  wrong: readonly WrongLine[]
  others: number
  post: ReturnType<typeof usePost>
}

/** What stands between the lines and the books: lines that are wrong, ledgers that differ. */
function Verdict({ read, wrong, others, post }: VerdictProps) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const lines = new Set(wrong.map(({ section, line }) => `${section} ${line}`)).size
  const some = cutoverSections.some((section) => (read.opening[section]?.length ?? 0) > 0)
  return (
    <div className="co-verdict" role="status">
      {lines > 0 && <p className="k-trouble-line">{t('cutover.wrongLines', { count: lines })}</p>}
      {post.off.length > 0 && (
        <p>
          <span className="co-off">
            {t('cutover.differs', {
              ledgers: post.off.map(
                ({ ledger, offMinor }) =>
                  `${t(`cutover.ledger.${ledger}`)} ${formatMoney(offMinor, currency, locale)}`,
              ),
            })}
          </span>{' '}
          <Checkbox checked={post.accepts} onChange={(event) => post.accept(event.target.checked)}>
            {t('cutover.accept')}
          </Checkbox>
        </p>
      )}
      {lines === 0 && post.off.length === 0 && some && <p className="co-good">{t('cutover.equal')}</p>}
      {others > 0 && <p className="k-quiet">{t('cutover.others', { count: others })}</p>}
      {post.trouble && (
        <p className="k-trouble-line" role="alert">
          {post.trouble}
        </p>
      )}
    </div>
  )
}

type SectionsProps = {
  typed: TypedOpening
  wrong: readonly WrongLine[]
  chosen: CutoverSection
  onChoose: (section: CutoverSection) => void
}

function Sections({ typed, wrong, chosen, onChoose }: SectionsProps) {
  const { t, locale } = useWords()
  return (
    <div className="s-programmes" role="group" aria-label={t('cutover.sections')}>
      {cutoverSections.map((section) => (
        <button
          key={section}
          type="button"
          className="k-chip"
          aria-pressed={section === chosen}
          onClick={() => onChoose(section)}
        >
          {t(`cutover.section.${section}`)} <b>{formatNumber(typed[section].length, locale)}</b>
          {wrong.some((one) => one.section === section) && (
            <span className="co-off">{t('cutover.hasWrong')}</span>
          )}
          <KeyHint keys={cutoverSectionActs[section].key} />
        </button>
      ))}
    </div>
  )
}
