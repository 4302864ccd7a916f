import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { classWord } from '#renderer/parts/insight/class-words.ts'
import { Playbook } from '#renderer/parts/insight/Playbook.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { caseActs, leavingActs } from './acts.ts'
import { percent } from './columns.tsx'
import { Rhythm } from './Rhythm.tsx'
import { type LeavingRow, reasonWords } from './reason.ts'
import type { CaseWork } from './use-case-work.ts'

type Guest = OutputOf<'leaving.ofGuest'>
type Case = Guest['cases'][number]

/** One guest of the list: the rhythm, the figures, what is proposed, and what was done. */
export function GuestPane({ row, work }: { row: LeavingRow | undefined; work: CaseWork }) {
  const { t, locale } = useWords()
  const guest = useQuery('leaving.ofGuest', { guestId: row?.guestId as never }, { on: row !== undefined })
  if (!row) return <Pane>{null}</Pane>
  const loaded = guest.data?.guestId === row.guestId ? guest.data : undefined
  return (
    <Pane
      title={<GuestName of={row} />}
      tools={
        <Link to={href(paths.guest, { id: row.guestId })}>
          {t('leaving.toProfile')} <KeyHint keys={leavingActs.profile.key} />
        </Link>
      }
    >
      <div className="lv-pane">
        <p className="lv-reason">{reasonWords({ warning: row.warning, lastStay: row }, t, locale)}</p>
        {guest.failed && <Trouble failed={guest.failed} operation="leaving.ofGuest" onRetry={guest.retry} />}
        {!loaded && !guest.failed && <RowSkeleton />}
        {loaded && <Rhythm guest={loaded} />}
        <Conflict work={work} />
        <CaseButtons row={row} work={work} />
        {row.warning && <Figures warning={row.warning} />}
        {row.warning && (
          <Section title={t('leaving.proposed')}>
            {row.segment === '' ? (
              <Playbook kind="lifecycle" name={row.warning.level === 'lost' ? 'lost' : 'declining'} />
            ) : (
              <>
                <p>
                  <b>{classWord(t, 'rfm', row.segment)}</b>
                </p>
                <Playbook kind="rfm" name={row.segment} />
              </>
            )}
          </Section>
        )}
        {loaded && loaded.cases.length > 0 && (
          <Section title={t('leaving.cases')}>
            {loaded.cases.map((one) => (
              <CaseStory key={one.id} one={one} />
            ))}
          </Section>
        )}
      </div>
    </Pane>
  )
}

/** Why the last act was refused; where somebody else has the guest, the way to take over. */
function Conflict({ work }: { work: CaseWork }) {
  const { t } = useWords()
  if (work.trouble === null) return null
  return (
    <p className="k-trouble-line" role="alert">
      {work.trouble}{' '}
      {work.holder && (
        <Button onClick={work.takeOver}>{t('leaving.takeOver', { name: work.holder.name })}</Button>
      )}
    </p>
  )
}

function CaseButtons({ row, work }: { row: LeavingRow; work: CaseWork }) {
  const { t } = useWords()
  const mine = row.case?.mine === true
  return (
    <div className="lv-buttons">
      <Button onClick={work.takeOn} disabled={work.pending}>
        {t(mine ? 'leaving.act.release' : 'leaving.act.takeOn')} <KeyHint keys={caseActs.takeOn.key} />
      </Button>
      {(['snooze', 'offer', 'close'] as const).map((act) => (
        <Button key={act} onClick={() => work.open(act)} disabled={work.pending}>
          {t(`leaving.act.${act}`)} <KeyHint keys={caseActs[act].key} />
        </Button>
      ))}
    </div>
  )
}

function Figures({ warning }: { warning: NonNullable<LeavingRow['warning']> }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const money = (minor: number | null) => (minor === null ? '—' : formatMoney(minor, currency, locale, true))
  const named = (name: 'atRisk' | 'alive' | 'expected' | 'risk' | 'interval' | 'stays' | 'longer') => (
    <span title={t(`leaving.about.${name}`)}>{t(`leaving.figure.${name}`)}</span>
  )
  return (
    <Facts>
      <Fact name={named('atRisk')}>{money(warning.atRiskMinor)}</Fact>
      <Fact name={named('risk')}>{percent(warning.risk, locale)}</Fact>
      <Fact name={named('alive')}>
        {warning.pAlive === null ? t('leaving.tooFew') : percent(warning.pAlive, locale)}
      </Fact>
      <Fact name={named('expected')}>
        {warning.expectedStays === null
          ? t('leaving.tooFew')
          : t('leaving.expectedStays', {
              stays: formatNumber(warning.expectedStays, locale, 1),
              value: money(warning.expectedMinor),
            })}
      </Fact>
      <Fact name={named('interval')}>
        {t(`leaving.interval.${warning.intervalFrom}`, {
          days: formatNumber(Math.round(warning.ownInterval), locale),
        })}
      </Fact>
      <Fact name={named('longer')}>{percent(warning.longerShare, locale)}</Fact>
      <Fact name={named('stays')}>{formatNumber(warning.stays, locale)}</Fact>
    </Facts>
  )
}

/** What was done about a guest, in one block. */
function CaseStory({ one }: { one: Case }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const cost = one.costMinor === null ? '' : ` · ${formatMoney(one.costMinor, currency, locale, true)}`
  return (
    <dl className="lv-case">
      <dt>
        <DateText date={one.openedOn} />
      </dt>
      <dd>{t('leaving.story.opened', { who: one.openedBy.name })}</dd>
      {one.owner && one.ownedOn && (
        <>
          <dt>
            <DateText date={one.ownedOn} />
          </dt>
          <dd>{t('leaving.story.owned', { who: one.owner.name })}</dd>
        </>
      )}
      {one.offer && one.offeredOn && (
        <>
          <dt>
            <DateText date={one.offeredOn} />
          </dt>
          <dd>
            {t(`leaving.offer.${one.offer}`)}
            {one.offerText !== '' && `: ${one.offerText}`}
            {cost}
          </dd>
        </>
      )}
      {one.state === 'snoozed' && one.snoozedUntil && (
        <>
          <dt>
            <DateText date={one.snoozedUntil} />
          </dt>
          <dd>{t('leaving.story.snoozed')}</dd>
        </>
      )}
      {one.returnedOn && (
        <>
          <dt>
            <DateText date={one.returnedOn} />
          </dt>
          <dd>
            {t('leaving.story.back')}
            {one.closedOn === null && ` ${t('leaving.story.askClose')}`}
          </dd>
        </>
      )}
      {one.outcome && one.closedOn && (
        <>
          <dt>
            <DateText date={one.closedOn} />
          </dt>
          <dd>
            <b>{t(`leaving.outcome.${one.outcome}`)}</b>
            {one.lossReason && ` · ${t(`leaving.lossReason.${one.lossReason}`)}`}
            {one.outcomeText !== '' && `: ${one.outcomeText}`}
          </dd>
        </>
      )}
    </dl>
  )
}
