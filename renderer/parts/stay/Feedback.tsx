import { Input } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { type Draft, useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { tooLong } from '#renderer/ui/too-long.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { checkOutActs } from './acts.ts'

type Stay = Pick<OutputOf<'stay.get'>, 'version' | 'feedback'>
type Said = { mark: number | null; text: string }

const marks = [1, 2, 3, 4, 5] as const
/** The class of the mark that is chosen, or else the first: where the key leads. */
const marksClass = 'k-feedback-marks'

/** What a guest says of the stay, typed here and saved by its button, or with the check-out if that comes first. */
export function useFeedback(id: BookingId, stay: Stay | undefined) {
  const said: Said = { mark: stay?.feedback?.mark ?? null, text: stay?.feedback?.text ?? '' }
  const draft = useDraft<Said>(`stay:${id}:feedback`, said)
  const command = useCommand('stay.noteFeedback')
  const save = async (): Promise<boolean> => {
    if (!stay || !draft.dirty || draft.waiting) return true
    const { mark, text } = draft.value
    const reply = await command.run({ id, version: stay.version, mark, text: text.trim() })
    if (reply.ok) draft.clear()
    return reply.ok
  }
  return { draft, save, trouble: command.trouble, errors: command.errors, pending: command.pending }
}

/** Puts the focus on the marks. */
export function toFeedback(): void {
  const chosen = document.querySelector<HTMLElement>(`.${marksClass} input:checked`)
  ;(chosen ?? document.querySelector<HTMLElement>(`.${marksClass} input`))?.focus()
}

type Props = {
  draft: Draft<Said>
  onSave: () => void
  pending: boolean
  trouble: string | null
  errors: Readonly<Record<string, string>>
}

/** A mark from 1 to 5 by the arrow keys, and the guest's words; Enter saves. */
export function Feedback({ draft, onSave, pending, trouble, errors }: Props) {
  const { t, language } = useWords()
  const { mark, text } = draft.value
  return (
    <>
      <DraftNote draft={draft} />
      <fieldset className={marksClass}>
        <legend>
          {t('stay.feedback.mark')} <KeyHint keys={checkOutActs.feedback.key} />
        </legend>
        {marks.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="feedback"
              checked={mark === each}
              onChange={() => draft.set({ ...draft.value, mark: each })}
            />{' '}
            {t(`stay.feedback.of.m${each}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('stay.feedback.text')} error={tooLong(text, 1000, language) ?? errors.text}>
        {(control) => (
          <Input
            {...control}
            value={text}
            onChange={(event) => draft.set({ ...draft.value, text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || isComposing(event)) return
              event.preventDefault()
              onSave()
            }}
          />
        )}
      </Field>
      <button type="button" className="k-tool" disabled={pending || !draft.dirty} onClick={onSave}>
        {t('stay.feedback.save')} <KeyHint keys="Enter" />
      </button>
      {trouble && !errors.text && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </>
  )
}

/** What was said of a stay: the mark, and the guest's words. */
export function FeedbackText({
  of: { mark, text },
}: {
  of: Pick<NonNullable<Stay['feedback']>, 'mark' | 'text'>
}) {
  const { t } = useWords()
  return (
    <span title={text}>
      {mark !== null && <b>{t(`stay.feedback.of.m${mark as 1}`)}</b>} {text !== '' && <q>{text}</q>}
    </span>
  )
}
