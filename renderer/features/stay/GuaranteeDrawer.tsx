import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Account, AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { guarantees } from '#shared/domain/booking/choices.ts'

type Props = { booking: OutputOf<'booking.get'>; onClose: () => void }

/** What the stay is guaranteed with where no money is taken: the company, a card on file, what was paid before. */
export function GuaranteeDrawer({ booking, onClose }: Props) {
  const { t } = useWords()
  const { id, version, comment } = booking
  const [guarantee, setGuarantee] = useState(booking.guarantee)
  const [company, setCompany] = useState<Account | null>(booking.company)
  const [reference, setReference] = useState('')
  const take = useCommand('booking.changeDetails', { finish: async () => onClose() })
  const word = (code: string) => codeWords('booking.guarantee', code, t)
  const note = reference.trim() === '' ? '' : `${word(guarantee)}: ${reference.trim()}`
  const lacksCompany = guarantee === 'company' && company === null
  const run = () =>
    void take.run({
      id,
      version,
      guarantee: guarantee as (typeof guarantees)[number],
      ...(guarantee === 'company' ? { companyId: company?.id ?? null } : {}),
      ...(note === '' ? {} : { comment: [comment, note].filter((line) => line !== '').join('\n') }),
    })
  return (
    <SideDrawer
      open
      title={t('stay.guarantee.title')}
      onClose={onClose}
      submit={{
        label: t('stay.guarantee.submit'),
        run,
        disabled:
          lacksCompany ||
          (guarantee === booking.guarantee && note === '' && company?.id === booking.company?.id),
        pending: take.pending,
      }}
    >
      <KeyedChoice
        label={t('stay.guarantee.what')}
        keysLabel="stay.key.guaranteeChoice"
        choices={guarantees as readonly string[]}
        value={guarantee}
        word={word}
        onChange={setGuarantee}
      />
      {guarantee === 'company' && (
        <Field label={t('stay.guarantee.company')}>
          {(control) => <AccountPicker {...control} kind="company" value={company} onChange={setCompany} />}
        </Field>
      )}
      <TextField
        label={t('stay.guarantee.ref')}
        hint={t('stay.guarantee.refHint')}
        error={take.errors.comment}
        value={reference}
        onChange={setReference}
        maxLength={80}
        autoFocus
      />
      {take.trouble && (
        <p className="k-trouble-line" role="alert">
          {take.trouble}
        </p>
      )}
    </SideDrawer>
  )
}
