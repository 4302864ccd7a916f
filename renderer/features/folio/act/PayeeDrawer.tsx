import { Input } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Account, AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { GuestSelect, type PickedGuest } from '#renderer/parts/guest/GuestSelect.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'

/** Who pays a window, and what is printed on its paper; a window that there isn't yet is opened by it. */
export function PayeeDrawer({ folio, chart, window, onClose }: ActProps) {
  const { t } = useWords()
  const now = folio.windows.find((one) => one.window === window)
  const { names } = useDraftWords(chart)
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
  return (
    <ActDrawer
      title={t(now ? 'folioScreen.payee.title' : 'folioScreen.payee.open', { window })}
      onClose={onClose}
      submit={t(now ? 'folioScreen.payee.submit' : 'folioScreen.payee.openSubmit')}
      run={run}
      ready={(form.dirty || !now) && form.theirs === null && !form.waiting && folio.status === 'open'}
      command={{ ...command, pending: form.saving }}
      fields={['accountId', 'name', 'address', 'taxNo', 'email']}
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
            hint={t('folioScreen.payee.guestHint', { guest: folio.title })}
          >
            {(control) => (
              <GuestSelect
                {...control}
                value={typed.guest}
                onChange={(guest) => set({ guest, ...(guest ? { account: null } : {}) })}
              />
            )}
          </Field>
          {(['name', 'address', 'taxNo', 'email'] as const).map((field) => (
            <Field key={field} label={t(`folioScreen.payee.${field}`)} error={errors[`payee.${field}`]}>
              {(control) => (
                <Input
                  {...control}
                  autoComplete="off"
                  spellCheck={false}
                  value={typed[field]}
                  onChange={(event) => set({ [field]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </>
      )}
    </ActDrawer>
  )
}
