import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { BookingTicks, type TickedBooking } from '#renderer/parts/booking/BookingTicks.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { RefusalWithNames } from '#renderer/parts/guest/RefusalWithNames.tsx'
import { KeyCountField } from '#renderer/parts/stay/KeyCountField.tsx'
import { AnswerChip } from '#renderer/parts/stay/Obstacles.tsx'
import { type Obstacle, type Question, questionsIn } from '#renderer/parts/stay/questions.ts'
import { useAnswerKeys, useAnswers } from '#renderer/parts/stay/use-answers.ts'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { LeavingEarly, useLeavingEarly } from './LeavingEarly.tsx'

type Way = 'check-in' | 'check-out'
type FailedBooking = OutputOf<'stay.checkInTogether'>['failed'][number] & {
  booking: TickedBooking | undefined
}

type Props = { way: Way; text: string; onClose: () => void }

/**
 * A party comes or goes as one act: whom it is about is ticked, and who can't be done stays ticked with the reason; what is
 * asked of them is answered for all by a key, and tried again.
 */
export function SeveralDrawer({ way, text, onClose }: Props) {
  const { t } = useWords()
  const { chosen, known, tick, failed, accepted, toggle, keys, setKeys, run, pending, trouble } = useSeveral(
    way,
    onClose,
  )
  const leaving = useLeavingEarly(chosen, way === 'check-out')
  return (
    <SideDrawer
      open
      title={t(`today.several.title.${way}`)}
      onClose={onClose}
      submit={{
        label: t(`today.several.submit.${way}`, { count: chosen.length }),
        run: () => void run(),
        disabled: chosen.length === 0,
        pending,
      }}
    >
      <FailedOnes way={way} failed={failed} />
      <LeavingEarly leaving={leaving} known={known} />
      <Answers
        asked={leaving.length > 0 ? [leavesEarly, ...failed] : failed}
        accepted={accepted}
        onAnswer={toggle}
      />
      <BookingTicks
        views={way === 'check-in' ? ['due-in'] : ['due-out', 'in-house']}
        text={text}
        chosen={chosen}
        onChange={tick}
      />
      {way === 'check-in' && <KeyCountField keys={keys} onChange={setKeys} />}
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </SideDrawer>
  )
}

/** What is asked of whoever gives up nights, before it is tried. */
const leavesEarly: Obstacle = { code: 'EARLY_DEPARTURE', params: {}, question: 'early-departure' }

type FailedProps = { way: Way; failed: readonly FailedBooking[] }

/** Who could not be done, each with the reason. */
function FailedOnes({ way, failed }: FailedProps) {
  const { t } = useWords()
  if (failed.length === 0) return null
  return (
    <section aria-label={t('today.several.failed')}>
      <p role="status">{t('today.several.failed')}</p>
      <ul className="k-plain-list k-day-failed">
        {failed.map(({ booking, ...one }) => (
          <li key={one.id}>
            {booking && <GuestName of={booking} />}{' '}
            <RefusalWithNames
              of={one}
              operation={way === 'check-in' ? 'stay.checkIn' : 'stay.checkOut'}
              people={booking ? [booking] : []}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

type AnswersProps = {
  asked: readonly Obstacle[]
  accepted: readonly Question[]
  onAnswer: (question: Question) => void
}

/** What is asked of those that are ticked: one answer for all. */
function Answers({ asked, accepted, onAnswer }: AnswersProps) {
  const { t } = useWords()
  const questions = questionsIn(asked)
  const keyOf = useAnswerKeys(questions, onAnswer)
  if (questions.length === 0) return null
  return (
    <div className="k-day-answers" role="group" aria-label={t('today.several.answers')}>
      {questions.map((question) => (
        <AnswerChip
          key={question}
          question={question}
          yes={accepted.includes(question)}
          keys={keyOf(question)}
          onAnswer={onAnswer}
        />
      ))}
    </div>
  )
}

/** Who is ticked, what is answered for them, and those that could not be done. */
function useSeveral(way: Way, onClose: () => void) {
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [known, setKnown] = useState<ReadonlyMap<number, TickedBooking>>(new Map())
  const [failed, setFailed] = useState<readonly FailedBooking[]>([])
  const { accepted, toggle } = useAnswers(failed)
  const [keys, setKeys] = useState(1)
  const done = (language: Language, { done, failed }: OutputOf<'stay.checkInTogether'>) =>
    words(language, 'today.several.done', { count: done.length, of: done.length + failed.length })
  const checkIn = useCommand('stay.checkInTogether', { done })
  const checkOut = useCommand('stay.checkOutTogether', { done })
  const { pending, trouble } = way === 'check-in' ? checkIn : checkOut
  const run = async () => {
    const bookings = chosen.flatMap((id) => {
      const row = known.get(id)
      // A booking's version is the number of its changes after it was made, and that
      return row ? [{ id: row.id, version: row.changes + 1 }] : []
    })
    const asked = { bookings, accept: accepted as never }
    const reply = way === 'check-in' ? await checkIn.run({ ...asked, keys }) : await checkOut.run(asked)
    if (!reply.ok) return
    if (reply.output.failed.length === 0) return onClose()
    setFailed(reply.output.failed.map((one) => ({ ...one, booking: known.get(one.id) })))
    setChosen(reply.output.failed.map(({ id }) => id))
  }
  return {
    chosen,
    known,
    tick: (next: readonly number[], listed: readonly TickedBooking[]) => {
      setChosen(next)
      setKnown((before) => new Map([...before, ...listed.map((row) => [row.id as number, row] as const)]))
    },
    failed,
    accepted,
    toggle,
    keys,
    setKeys,
    run,
    pending,
    trouble,
  }
}
