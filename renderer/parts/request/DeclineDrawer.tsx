import { Input } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { tooLong } from '#renderer/ui/too-long.ts'
import type { RequestKind } from '#shared/domain/request/request.ts'
import type { Language } from '#shared/i18n/types.ts'
import { wishText } from '#shared/i18n/wish-text.ts'
import type { RequestId } from '#shared/values/index.ts'

type Props = {
  request: { id: RequestId; version: number; kind: RequestKind; text: string }
  /** Words for the status line, where the page has better ones. */
  done?: (language: Language) => string
  width: number
  onClose: () => void
}

/** Declines a wish: names what goes, asks why, and what is offered instead. */
export function DeclineDrawer({ request, done, width, onClose }: Props) {
  const { t, language } = useWords()
  const advance = useCommand('request.advance', done ? { done } : {})
  const draft = useDraft(`request:${request.id}:decline`, { reason: '', alternative: '' })
  const { reason, alternative = '' } = draft.value
  const run = async () => {
    const reply = await advance.run({
      id: request.id,
      version: request.version,
      action: 'decline',
      reason: reason.trim(),
      alternative: alternative.trim(),
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('booking.requests.decline')}
      onClose={onClose}
      width={width}
      draft={draft}
      submit={{
        label: t('booking.requests.decline'),
        run: () => void run(),
        disabled: reason.trim() === '',
        pending: advance.pending,
        danger: true,
      }}
    >
      <p className="k-field">{t('booking.requests.declineWhat', { what: wishText(request, language) })}</p>
      <ReasonField
        value={reason}
        autoFocus
        usual={(['full', 'never', 'taken'] as const).map((why) => t(`booking.requests.usual.${why}`))}
        error={
          advance.errors.reason ?? (advance.errors.alternative ? undefined : (advance.trouble ?? undefined))
        }
        onChange={(text) => draft.set({ ...draft.value, reason: text })}
      />
      <Field
        label={t('request.alternative')}
        hint={t('request.alternativeHint')}
        error={tooLong(alternative, 300, language) ?? advance.errors.alternative}
      >
        {(control) => (
          <Input
            {...control}
            value={alternative}
            onChange={(event) => draft.set({ ...draft.value, alternative: event.target.value })}
          />
        )}
      </Field>
    </SideDrawer>
  )
}
