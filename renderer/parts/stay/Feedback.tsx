import { Input } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { type Draft, useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
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
  const draft = useSaid(`stay:${id}:feedback`, said)
  const command = useCommand('stay.noteFeedback')
  const save = async (): Promise<boolean> => {
    if (!draft.dirty || draft.waiting) return true
    if (!stay) return false
    const { mark, text } = draft.value
    const reply = await command.run({ id, version: stay.version, mark, text: text.trim() })
    if (reply.ok) draft.clear()
    return reply.ok
  }
  return { draft, save, trouble: command.trouble, errors: command.errors, pending: command.pending }
}

/** What is typed over what is on file, which may be read later than the first key: only what was typed differs from it. */
function useSaid(key: string, said: Said): Draft<Said> {
  const typed = useDraft<Partial<Said>>(key, {})
  return {
    ...typed,
    value: { ...said, ...typed.value },
    set: ({ mark, text }) =>
      typed.set({ ...(mark === said.mark ? {} : { mark }), ...(text === said.text ? {} : { text }) }),
    back: typed.back.map((one) => ({ ...one, was: said[one.field as keyof Said] })),
  }
}

/** Puts the focus on the marks. */
export function toFeedback(): void {
  const chosen = document.querySelector<HTMLElement>(`.${marksClass} input:checked`)
  ;(chosen ?? document.querySelector<HTMLElement>(`.${marksClass} input`))?.focus()
}

type FieldsProps = {
  draft: Draft<Said>
  errors: Readonly<Record<string, string>>
  /** The key that leads here, where the fields are part of a page. */
  hint?: string
  autoFocus?: boolean
  /** Enter in the words, where no drawer saves by it. */
  onEnter?: () => void
}

/** A mark from 1 to 5 by its digit or the arrow keys, and the guest's words. */
function FeedbackFields({ draft, errors, hint, autoFocus = false, onEnter }: FieldsProps) {
  const { t, language } = useWords()
  const { mark, text } = draft.value
  const choose = (each: number) => draft.set({ ...draft.value, mark: each })
  return (
    <>
      <fieldset
        className={marksClass}
        onKeyDown={(event) => {
          const each = marks.find((one) => event.key === String(one))
          if (!each || event.ctrlKey || event.altKey || event.metaKey) return
          event.preventDefault()
          // On a page the digits have another meaning elsewhere
          event.stopPropagation()
          choose(each)
          event.currentTarget.querySelectorAll('input')[each - 1]?.focus()
        }}
      >
        <legend>
          {t('stay.feedback.mark')} {hint && <KeyHint keys={hint} />}
        </legend>
        {marks.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="feedback"
              // biome-ignore lint/a11y/noAutofocus: where the clerk goes on
              autoFocus={autoFocus && each === (mark ?? marks[0])}
              checked={mark === each}
              onChange={() => choose(each)}
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
              if (!onEnter || event.key !== 'Enter' || event.ctrlKey || isComposing(event)) return
              event.preventDefault()
              onEnter()
            }}
          />
        )}
      </Field>
    </>
  )
}

type Props = {
  draft: Draft<Said>
  onSave: () => void
  pending: boolean
  trouble: string | null
  errors: Readonly<Record<string, string>>
}

/** What the guest says, asked on the page of the check-out; Enter saves. */
export function Feedback({ draft, onSave, pending, trouble, errors }: Props) {
  const { t } = useWords()
  return (
    <>
      <DraftNote draft={draft} />
      <FeedbackFields draft={draft} errors={errors} hint={checkOutActs.feedback.key} onEnter={onSave} />
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

/** What the guest says of a stay, during it or afterwards; without a mark and words it is taken off again. */
export function FeedbackDrawer({ bookingId, onClose }: { bookingId: BookingId; onClose: () => void }) {
  const { t } = useWords()
  // Open at once: the keys that follow are typed into it while what is on file is read
  const { data: stay, failed, retry } = useQuery('stay.get', { id: bookingId })
  const { draft, save, pending, trouble, errors } = useFeedback(bookingId, stay)
  const run = async () => {
    if (await save()) onClose()
  }
  return (
    <SideDrawer
      open
      width={480}
      title={t('stay.feedback.ask')}
      onClose={onClose}
      draft={draft}
      submit={{
        label: t('stay.feedback.save'),
        run: () => void run(),
        pending,
        disabled: !stay || !draft.dirty,
      }}
    >
      {failed && <Trouble failed={failed} operation="stay.get" onRetry={retry} line />}
      <FeedbackFields draft={draft} errors={errors} autoFocus />
      {trouble && !errors.text && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </SideDrawer>
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
