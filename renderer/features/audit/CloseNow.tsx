import type { ReactNode } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatDate, formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Pane, Section } from '#renderer/ui/Pane.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import { describeReply } from '#shared/i18n/index.ts'
import { addDays } from '#shared/values/index.ts'
import { closeActs } from './acts.ts'
import type { CloseView, Day } from './block.ts'

/** The close of the open date: what it will do, how far it has got, what stopped it, and what the last one did. */
export function CloseNow({ day }: { day: Day }) {
  const { t, locale, language } = useWords()
  const begin = useCommand('audit.begin')
  const stop = useCommand('audit.stop')
  const lists = useCommand('audit.writeLists')
  const { close, last, businessDate } = day
  const isRunning = close?.status === 'running'
  const dateOf = (date: string) => formatDate(date, locale, 'short')
  const start = () => void (isRunning ? undefined : begin.run({ from: close?.businessDate ?? businessDate }))
  const end = () => void (close && isRunning && !close.rolled ? stop.run({ id: close.id }) : undefined)
  const again = () => void (last ? lists.run({ id: last.id }) : undefined)
  useActs(
    { start: closeActs.start, stop: closeActs.stop, lists: closeActs.lists },
    { start, stop: end, lists: again },
  )
  const isBlocked = day.arrivalsTotal + day.departuresTotal > 0 && !close?.rolled
  const trouble = begin.trouble ?? stop.trouble
  return (
    <Pane title={t('auditScreen.close', { date: dateOf(close?.businessDate ?? businessDate) })}>
      {day.daysBehind > 1 && (
        <p className="au-note">
          <Mark of="warning" /> {t('auditScreen.behind', { count: day.daysBehind })}
        </p>
      )}
      {isRunning && close ? (
        <Running close={close} day={day} onStop={close.rolled ? undefined : end} />
      ) : (
        <div className="au-start">
          <Button primary disabled={isBlocked || day.tooEarly !== null} onClick={start}>
            {t(close ? 'auditScreen.goOn' : 'auditScreen.start', {
              date: dateOf(close?.businessDate ?? businessDate),
            })}{' '}
            <KeyHint keys={closeActs.start.key} />
          </Button>
          <p className="k-field-hint">
            {day.tooEarly
              ? describeReply({ ok: false, refusal: day.tooEarly }, language, 'audit.begin')
              : isBlocked
                ? t('auditScreen.settleFirst')
                : t('auditScreen.startNote', { next: dateOf(addDays(businessDate, 1)) })}
          </p>
        </div>
      )}
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
      {close?.status === 'stopped' && <Stopped close={close} />}
      {!isRunning && <Will day={day} />}
      <Warnings day={day} />
      {last && <Last last={last} onLists={again} trouble={lists.trouble} />}
      <p className="au-foot">
        <span className="k-quiet">{t('auditScreen.key.settings')}</span>{' '}
        <KeyHint keys={closeActs.settings.key} />
      </p>
    </Pane>
  )
}

function Running({ close, day, onStop }: { close: CloseView; day: Day; onStop: (() => void) | undefined }) {
  const { t, locale } = useWords()
  const { posted, unposted } = day
  return (
    <div className="au-running" role="status">
      <p>
        {t('auditScreen.running', {
          by: close.startedBy,
          date: formatDate(close.businessDate, locale, 'short'),
        })}
      </p>
      <WorkProgress
        label={t(`auditScreen.step.${close.step}`)}
        done={close.rolled ? close.counts.nights : posted}
        total={close.rolled ? close.counts.nights : posted + unposted}
      />
      {onStop && (
        <button type="button" className="k-tool" onClick={onStop}>
          {t('auditScreen.key.stop')} <KeyHint keys={closeActs.stop.key} />
        </button>
      )}
    </div>
  )
}

/** Why it stopped: the bookings that are in its way, each with its reason. */
function Stopped({ close }: { close: CloseView }) {
  const { t, language, locale } = useWords()
  return (
    <div className="au-stopped" role="alert">
      <p>
        <Mark of="warning" />{' '}
        {t('auditScreen.stopped', { date: formatDate(close.businessDate, locale, 'short') })}
      </p>
      <ul>
        {close.troubles.length === 0 && <li>{t('auditScreen.byHand')}</li>}
        {close.troubles.map(({ booking, code, params }) => {
          const problem = describeReply({ ok: false, refusal: { code, params } }, language, 'audit.begin')
          return (
            <li key={`${code} ${booking?.id ?? ''}`}>
              {booking ? (
                <>
                  <Link to={href(paths.booking, { id: booking.id })}>
                    {booking.roomNumber} <GuestName of={booking} />
                  </Link>
                  : {problem}
                </>
              ) : (
                problem
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Will({ day }: { day: Day }) {
  const { t } = useWords()
  const { inHouse, unposted, posted, released, expired } = day
  return (
    <Section title={t('auditScreen.will.title')}>
      <ul className="au-lines">
        <li>{t('auditScreen.will.nights', { count: unposted, done: posted })}</li>
        {released > 0 && <li>{t('auditScreen.will.released', { count: released })}</li>}
        {expired > 0 && <li>{t('auditScreen.will.expired', { count: expired })}</li>}
        <li>{t('auditScreen.will.rooms', { count: inHouse })}</li>
      </ul>
    </Section>
  )
}

type Item = Day['warnings'][number]['items'][number]

/** Where each is looked at. */
function linkOf({ to, id }: Item): string {
  if (to === 'folio') return href(paths.folio, { id })
  if (to === 'cashier') return href(paths.cashier)
  if (to === 'registration') return href(paths.registration)
  if (to === 'housekeeping') return href(paths.housekeepingNotes)
  return href(paths.settingsSection, { section: 'money' })
}

function Warnings({ day }: { day: Day }) {
  const { t } = useWords()
  return (
    <Section title={t('auditScreen.warns')}>
      {day.warnings.length === 0 && <p className="k-quiet">{t('auditScreen.warnsNone')}</p>}
      <ul className="au-lines">
        {day.warnings.map(({ kind, total, items }) => (
          <li key={kind}>
            <Mark of="warning" /> {t(`auditScreen.warning.${kind}`, { count: total })}
            <Links items={items} total={total} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Links({ items, total }: { items: readonly Item[]; total: number }): ReactNode {
  const { t } = useWords()
  return (
    <span className="au-links">
      {items.map((item) => (
        <Link key={`${item.to} ${item.id}`} to={linkOf(item)}>
          {item.label || t('auditScreen.open')}
        </Link>
      ))}
      {total > items.length && (
        <span className="k-quiet">{t('auditScreen.andMore', { count: total - items.length })}</span>
      )}
    </span>
  )
}

type LastProps = { last: CloseView; onLists: () => void; trouble: string | null }

/** What the last close did, with its lists; a failed one can be written again. */
function Last({ last, onLists, trouble }: LastProps) {
  const { t, locale, language } = useWords()
  const { currency } = useHotel()
  const { nights, roomMinor } = last.counts
  const files = last.files ?? []
  const written = files.find(({ file }) => file !== null)?.file
  return (
    <Section title={t('auditScreen.last')}>
      <p>
        {t('auditScreen.lastDone', {
          date: formatDate(last.businessDate, locale, 'short'),
          by: last.startedBy,
        })}{' '}
        {last.finishedAt && <DateTimeText moment={last.finishedAt} />}
      </p>
      <p>
        {t('auditScreen.figures', {
          nights,
          amount: formatMoney(roomMinor, currency as never, locale, true),
        })}
      </p>
      {written && (
        <p className="au-file">
          {t('auditScreen.filesWritten', { folder: written.replace(/[\\/][^\\/]*$/, '') })}
        </p>
      )}
      <ul className="au-lines">
        {files.flatMap(({ list, failure }) =>
          failure ? (
            <li key={list} className="k-trouble-line">
              {t('auditScreen.fileFailed', {
                list: t(`audit.list.${list}`),
                problem: describeReply({ ok: false, refusal: failure }, language, 'audit.writeLists'),
              })}
            </li>
          ) : (
            []
          ),
        )}
      </ul>
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
      {files.length > 0 && (
        <button type="button" className="k-tool" onClick={onLists}>
          {t('auditScreen.key.lists')} <KeyHint keys={closeActs.lists.key} />
        </button>
      )}
    </Section>
  )
}
