import { Button, Input } from 'antd'
import { useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { type NotTaken, thePlatform } from '#renderer/api/platform.ts'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { onEnter } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { NotTakenLine } from '#renderer/parts/import/NotTakenLine.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BudgetCell, BudgetLevel } from '#shared/domain/report/budget.ts'
import { raisedBy } from './budget-form.ts'

type Put = (level: BudgetLevel, cells: readonly BudgetCell[]) => void
type Props = { year: number; version: number; level: BudgetLevel; put: Put; onDeleted: () => void }

/** What fills the grid at once, to be looked at before it is saved; and what deletes the budget. */
export function BudgetTools({ year, version, level, put, onDeleted }: Props) {
  const { t } = useWords()
  const [failed, setFailed] = useState<{ reply: FailedReply; operation: string } | null>(null)
  const [lost, setLost] = useState<NotTaken | null>(null)
  const [read, setRead] = useState<OutputOf<'budget.readFile'> | null>(null)
  const remove = useCommand('budget.delete')
  const importFile = async () => {
    setFailed(null)
    setLost(null)
    setRead(null)
    const picked = await thePlatform().pickFile(['csv', 'txt', 'tsv', 'xlsx'])
    if (!picked) return
    if (!('file' in picked)) return setLost(picked)
    const reply = await theClient().call('budget.readFile', { file: picked.file, year })
    if (!reply.ok) return setFailed({ reply: reply as FailedReply, operation: 'budget.readFile' })
    setRead(reply.output)
  }
  const take = () => {
    if (read) put(read.level, read.cells)
    setRead(null)
  }
  return (
    <>
      <CopyYear
        year={year}
        level={level}
        put={put}
        onFailed={(reply) => setFailed({ reply, operation: 'budget.readActual' })}
      />
      <Button onClick={() => void importFile()}>{t('budget.import')}</Button>
      {version > 0 && (
        <Button
          danger
          loading={remove.pending}
          onClick={async () => {
            const reply = await remove.run({ year, version })
            if (reply.ok) onDeleted()
          }}
        >
          {t('budget.delete', { year: String(year) })}
        </Button>
      )}
      {remove.trouble && (
        <p className="k-trouble-line" role="alert">
          {remove.trouble}
        </p>
      )}
      {lost && <NotTakenLine lost={lost} />}
      {failed && <Trouble line failed={failed.reply} operation={failed.operation} />}
      {read && <ReadFile read={read} onTake={take} onLeave={() => setRead(null)} />}
    </>
  )
}

type CopyProps = { year: number; level: BudgetLevel; put: Put; onFailed: (reply: FailedReply) => void }

function CopyYear({ year, level, put, onFailed }: CopyProps) {
  const { t } = useWords()
  const [percent, setPercent] = useState('0')
  const [wrong, setWrong] = useState(false)
  const [pending, setPending] = useState(false)
  const copy = async () => {
    if (raisedBy([], percent) === null) return setWrong(true)
    setPending(true)
    const reply = await theClient().call('budget.readActual', { year: year - 1, level })
    setPending(false)
    if (!reply.ok) return onFailed(reply as FailedReply)
    put(level, raisedBy(reply.output.cells, percent) ?? [])
  }
  return (
    <span className="k-usual">
      <Button loading={pending} onClick={() => void copy()}>
        {t('budget.copy', { year: String(year - 1) })}
      </Button>
      <Input
        className="pg-percent"
        aria-label={t('budget.percent')}
        inputMode="decimal"
        suffix="%"
        value={percent}
        {...(wrong ? { status: 'error' as const } : {})}
        onChange={(event) => {
          setPercent(event.target.value)
          setWrong(false)
        }}
        onKeyDown={onEnter(() => void copy())}
      />
    </span>
  )
}

type ReadProps = { read: OutputOf<'budget.readFile'>; onTake: () => void; onLeave: () => void }

/** What a file holds, before it is taken into the grid: nothing is kept until the budget is saved. */
function ReadFile({ read, onTake, onLeave }: ReadProps) {
  const { t } = useWords()
  return (
    <div className="pg-file" role="status">
      <p>
        {t('budget.file.found', { count: read.lines, level: t(`budget.level.${read.level}`) })}{' '}
        {read.sheet && t('budget.file.sheet', { sheet: read.sheet })}
      </p>
      {read.wrongLines > 0 && (
        <>
          <p className="k-trouble-line">{t('budget.file.wrong', { count: read.wrongLines })}</p>
          <ul className="pg-wrong">
            {read.wrong.map(({ line, column, why, text }) => (
              <li key={`${line} ${column}`}>
                {t('budget.file.line', { line, column: t(`budget.file.column.${column}`) })}{' '}
                {t(`budget.file.why.${why}`)}
                {text && <q className="k-code">{text}</q>}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="k-usual">
        <Button
          type="primary"
          autoFocus
          disabled={read.wrongLines > 0 || read.cells.length === 0}
          onClick={onTake}
        >
          {t('budget.file.take')}
        </Button>
        <Button onClick={onLeave}>{t('budget.file.leave')}</Button>
      </div>
    </div>
  )
}
