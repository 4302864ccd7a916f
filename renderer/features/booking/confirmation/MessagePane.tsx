import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { StayText } from '#renderer/ui/DateText.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import type { Reading } from '#shared/domain/confirmation/reading.ts'
import { describeFact } from '#shared/i18n/fact-text.ts'
import { newBookingActs } from '../acts.ts'
import type { MessageDraft, NewDraft } from '../new/new-draft.ts'
import { FactMark } from './FactLabel.tsx'
import type { FactName } from './facts.ts'
import { factOrder, type Point, pointsOf } from './message-draft.ts'
import type { MessageDesk } from './use-message.ts'

type Props = { form: NewDraft; desk: MessageDesk }

/** What the message says, each fact with its line, what of it is still to be looked at, and the message itself. */
export function MessagePane({ form, desk }: Props) {
  const { t } = useWords()
  const { message } = form
  const [line, setLine] = useState<number | null>(null)
  if (!message) return null
  return (
    <Pane
      title={t('confirmation.title')}
      note={t(`confirmation.kind.${message.reading.kind.value}`)}
      padded
      className="k-message"
      tools={
        <button type="button" className="k-tool" onClick={desk.close}>
          {t('confirmation.close')}
        </button>
      }
    >
      <KindNote message={message} desk={desk} />
      {message.cut && <p className="k-trouble-line">{t('confirmation.cut')}</p>}
      <Facts form={form} message={message} desk={desk} onLine={setLine} />
      <MessageText lines={message.lines} line={line} />
    </Pane>
  )
}

/** A change or a cancellation fills no form: it says so, and leads to the booking. Of a new one, whether it is on file. */
function KindNote({ message, desk }: { message: MessageDraft; desk: MessageDesk }) {
  const { t } = useWords()
  const { kind, confirmationNo } = message.reading
  const number = confirmationNo?.value
  const isNew = kind.value === 'new'
  if (isNew && message.onFile.length === 0) return null
  return (
    <div className="k-message-kind" role="status">
      {kind.value !== 'new' && (
        <p>
          <Mark of="warning" /> <b>{t(`confirmation.notFilled.${kind.value}`)}</b>
        </p>
      )}
      {message.onFile.length > 0 ? (
        <OnFile message={message} />
      ) : (
        <p>{number ? t('confirmation.notOnFile', { number }) : t('confirmation.numberUnknown')}</p>
      )}
      {kind.value === 'modified' && !message.filled && (
        <Button size="small" onClick={desk.fillAnyway}>
          {t('confirmation.fillAnyway')}
        </Button>
      )}
    </div>
  )
}

function OnFile({ message }: { message: MessageDraft }) {
  const { t } = useWords()
  return (
    <div>
      {t('confirmation.onFile')}{' '}
      <ul className="k-message-on-file">
        {message.onFile.map((row, at) => (
          <li key={row.id}>
            <Link to={href(paths.booking, { id: row.id })}>
              <span className="k-code">{row.confirmationNo}</span> <GuestName of={row} />{' '}
              <StayText {...row} />, {t(`shell.mark.${row.status}`)}
            </Link>{' '}
            {at === 0 && <KeyHint keys={newBookingActs.onFile.key} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

type FactsProps = Props & { message: MessageDraft; onLine: (line: number) => void }

function Facts({ form, message, desk, onLine }: FactsProps) {
  const { t } = useWords()
  const points = new Map(pointsOf(form).map((point) => [point.name, point]))
  const reading = message.reading as Reading
  // Also what has to be looked at though the message says nothing of it
  const names = factOrder.filter((name) => points.has(name) || (name !== 'onFile' && reading[name] !== null))
  if (names.every((name) => name === 'kind' || !isSaid(reading, name))) {
    return <p className="k-quiet">{t('confirmation.nothing')}</p>
  }
  const first = desk.open[0]?.name
  return (
    <table className="k-table k-message-facts">
      <tbody>
        {names.map((name) => (
          <FactRow
            key={name}
            name={name}
            value={name === 'onFile' ? '' : describeFact(name, reading, desk.context)}
            line={name === 'onFile' ? null : (reading[name]?.line ?? null)}
            doubt={name === 'onFile' ? null : (reading[name]?.doubt ?? null)}
            point={points.get(name)}
            onLine={onLine}
          >
            {points.get(name)?.state === 'to-check' && (
              <button type="button" className="k-chip" onClick={() => desk.confirm(name)}>
                {t('confirmation.confirm')}
                {name === first && <KeyHint keys={newBookingActs.confirmPoint.key} />}
              </button>
            )}
          </FactRow>
        ))}
      </tbody>
    </table>
  )
}

function isSaid(reading: Reading, name: FactName): boolean {
  return name !== 'onFile' && reading[name] !== null
}

type RowProps = {
  name: FactName
  value: string
  line: number | null
  doubt: Point['doubt'] | null
  point: Point | undefined
  onLine: (line: number) => void
  children: ReactNode
}

function FactRow({ name, value, line, doubt, point, onLine, children }: RowProps) {
  const { t } = useWords()
  const why = point?.doubt ?? doubt
  return (
    <tr className={point?.state === 'to-check' ? 'k-message-open' : ''}>
      <td>
        <FactMark state={point?.state ?? (doubt ? 'to-check' : 'sure')} />
      </td>
      <th scope="row">{t(`confirmation.field.${name}`)}</th>
      <td>
        <span>{value}</span>
        {why && why !== 'onFile' && <div className="k-message-doubt">{t(`confirmation.doubt.${why}`)}</div>}
        {why === 'onFile' && <div className="k-message-doubt">{t('confirmation.onFile')}</div>}
      </td>
      <td>
        {line !== null && (
          <button type="button" className="k-tool" onClick={() => onLine(line)}>
            {t('confirmation.line', { line })}
          </button>
        )}
      </td>
      <td>{children}</td>
    </tr>
  )
}

/** The message in its lines; the one that was asked for is marked and in sight. */
function MessageText({ lines, line }: { lines: readonly string[]; line: number | null }) {
  const { t } = useWords()
  return (
    <details className="k-message-text" open>
      <summary>{t('confirmation.text')}</summary>
      <ol>
        {lines.map((text, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            key={at}
            className={at + 1 === line ? 'k-message-line' : ''}
            ref={at + 1 === line ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
          >
            {text}
          </li>
        ))}
      </ol>
    </details>
  )
}
