import { useCommand } from '#renderer/api/use-command.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Account, AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { titledAs } from '#renderer/parts/folio/folio-view.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { GuestSelect, type PickedGuest } from '#renderer/parts/guest/GuestSelect.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { Field } from '#renderer/ui/Field.tsx'
import type { ActProps } from './act-props.ts'

const printed = ['name', 'address', 'taxNo', 'email'] as const

/** Who pays a window, and what is printed on its paper; a window that there isn't yet is opened by it. */
export function PayeeDrawer(props: ActProps) {
  const { folio, chart, window, onClose } = props
  const { t, language } = useWords()
  const { names } = useDraftWords(chart)
  const { form, typed, set, command, isNew, ready, run } = usePayee(props)
  return (
    <ActDrawer
      title={t(isNew ? 'folioScreen.payee.open' : 'folioScreen.payee.title', { window })}
      onClose={onClose}
      submit={t(isNew ? 'folioScreen.payee.openSubmit' : 'folioScreen.payee.submit')}
      run={run}
      ready={ready}
      command={{ ...command, pending: form.saving }}
      fields={['accountId', ...printed]}
    >
      {(errors) => (
        <>
          <FormNotes form={form} names={(field) => names?.(field) ?? field} trouble={null} />
          {folio.status === 'closed' && <p className="k-field">{t('folioScreen.payee.closed')}</p>}
          <Field
            label={t('folioScreen.field.account')}
            hint={t('folioScreen.payee.accountHint')}
            error={errors.accountId}
          >
            {(control) => (
              <AccountPicker
                {...control}
                autoFocus
                value={typed.account}
                onChange={(account) => set({ account, ...(account ? { guest: null } : {}) })}
              />
            )}
          </Field>
          <Field
            label={t('folioScreen.field.guest')}
            hint={t('folioScreen.payee.guestHint', {
              guest: nameText(titledAs(folio), language, t),
            })}
          >
            {(control) => (
              <GuestSelect
                {...control}
                value={typed.guest}
                onChange={(guest) => set({ guest, ...(guest ? { account: null } : {}) })}
              />
            )}
          </Field>
          {printed.map((field) => (
            <TextField
              key={field}
              label={t(`folioScreen.payee.${field}`)}
              error={errors[`payee.${field}`]}
              spellCheck={false}
              value={typed[field]}
              onChange={(text) => set({ [field]: text })}
            />
          ))}
        </>
      )}
    </ActDrawer>
  )
}

function usePayee({ folio, window, onClose }: ActProps) {
  const now = folio.windows.find((one) => one.window === window)
  const form = useVersionedEdit(
    `folio:${folio.id}:payee:${window}`,
    {
      guest: (now?.guestId ? { id: now.guestId, name: now.payeeName } : null) as PickedGuest | null,
      account: (now?.accountId ? { id: now.accountId, name: now.payeeName } : null) as Account | null,
      name: now?.name ?? '',
      address: now?.address ?? '',
      taxNo: now?.taxNo ?? '',
      email: now?.email ?? '',
    },
    folio.version,
  )
  const command = useCommand('folio.setPayee')
  const typed = form.value
  const set = (patch: Partial<typeof typed>) => {
    command.reset()
    form.change(patch)
  }
  const run = async () => {
    const reply = await form.save((version) =>
      command.run({
        id: folio.id,
        version: version ?? folio.version,
        window,
        payee: {
          guestId: typed.account ? null : (typed.guest?.id ?? null),
          accountId: typed.account?.id ?? null,
          name: typed.name.trim(),
          address: typed.address.trim(),
          taxNo: typed.taxNo.trim(),
          email: typed.email.trim(),
        },
      }),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  const ready = (form.dirty || !now) && form.theirs === null && !form.waiting && folio.status === 'open'
  return { form, typed, set, command, isNew: now === undefined, ready, run }
}
