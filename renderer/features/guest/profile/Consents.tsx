import { Button, Input } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import { type ConsentChannel, consentChannels } from '#shared/domain/guest/choices.ts'
import { type Profile, useGuestEdit, useGuestId } from './editing.tsx'
import { Part } from './SectionHead.tsx'

type Consent = Profile['guest']['consents'][number]

/** What the guest may have stated. A refusal and a withdrawal are equivalent: no consent. */
type Answer = 'give' | 'refuse' | 'withdraw'

/** By which ways the guest may be written to: given, not given or never asked, with the wording and the moment. */
export function Consents({ consents }: { consents: readonly Consent[] }) {
  const { t } = useWords()
  const [recording, setRecording] = useHeld<{ channel: ConsentChannel; answer: Answer } | null>(
    'consent:recording',
    null,
  )
  return (
    <Part name="consents" title={t('guest.section.consents')}>
      <ul>
        {consentChannels.map((channel) => (
          <ConsentLine
            key={channel}
            channel={channel}
            consent={consents.find((one) => one.channel === channel)}
            recording={recording?.channel === channel ? recording.answer : null}
            onRecord={(answer) => setRecording(answer && { channel, answer })}
          />
        ))}
      </ul>
    </Part>
  )
}

type LineProps = {
  channel: ConsentChannel
  consent: Consent | undefined
  recording: Answer | null
  onRecord: (answer: Answer | null) => void
}

type State = 'never' | 'given' | 'no'
const looks = { never: 'not-asked', given: 'yes', no: 'no' } as const
/** Who was never asked may say no as well: then nobody asks again. */
const answers: Readonly<Record<State, readonly Answer[]>> = {
  never: ['give', 'refuse'],
  given: ['withdraw'],
  no: ['give'],
}

function ConsentLine({ channel, consent, recording, onRecord }: LineProps) {
  const { t, locale } = useWords()
  const { timeZone } = useHotel()
  const word = t(`guest.consent.${channel}`)
  const state = !consent ? 'never' : consent.granted ? 'given' : 'no'
  const acts = recording === null && (
    <span className={state === 'never' ? 'g-consent-acts' : ''}>
      {answers[state].map((answer) => (
        <button
          key={answer}
          type="button"
          className="k-tool"
          aria-label={`${word}: ${t(`guest.act.${answer}`)}`}
          onClick={() => onRecord(answer)}
        >
          {t(`guest.act.${answer}`)}
        </button>
      ))}
    </span>
  )
  return (
    <li>
      <div className="g-line">
        <span className="g-line-name">{word}</span>
        <span className="g-line-text k-state">
          <Mark of={looks[state]} />
          <span className={state === 'never' ? 'k-faint' : ''}>{t(`guest.consent.${state}`)}</span>
        </span>
        {state !== 'never' && acts}
      </div>
      {state === 'never' && acts}
      {consent && (
        <p className="g-consent-when k-quiet g-small" title={consent.wording}>
          {formatMoment(consent.at, locale, timeZone)} · {consent.by}
        </p>
      )}
      {recording !== null && <Recording channel={channel} answer={recording} onDone={() => onRecord(null)} />}
    </li>
  )
}

/** The wording that was shown is in the record: the usual one is filled in. */
function Recording({
  channel,
  answer,
  onDone,
}: {
  channel: ConsentChannel
  answer: Answer
  onDone: () => void
}) {
  const { t } = useWords()
  const record = useGuestEdit('guest.recordConsent')
  const usual = t(`guest.consent.usual.${answer}`, { channel: t(`guest.consent.${channel}`) })
  const guestId = useGuestId()
  const draft = useDraft(`guest:${guestId}:consent:${channel}:${answer}`, usual)
  const submit = async () => {
    if (draft.waiting || record.pending) return
    const reply = await record.run({ channel, granted: answer === 'give', wording: draft.value })
    if (!reply.ok) return
    draft.clear()
    onDone()
  }
  return (
    <div className="g-inline-form">
      <DraftNote draft={draft} names={() => t('guest.consent.wording')} />
      <Input.TextArea
        autoFocus
        aria-label={t('guest.consent.wording')}
        autoSize={{ minRows: 2, maxRows: 5 }}
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event) || event.shiftKey || (event.key !== 'Enter' && event.key !== 'Escape'))
            return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Enter') void submit()
          else onDone()
        }}
      />
      <div className="g-form-foot">
        <Button
          type="primary"
          disabled={draft.waiting}
          loading={record.pending}
          onClick={() => void submit()}
        >
          {t(`guest.act.${answer}`)}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
      {record.trouble && (
        <p className="k-trouble-line" role="alert">
          {record.trouble}
        </p>
      )}
    </div>
  )
}
