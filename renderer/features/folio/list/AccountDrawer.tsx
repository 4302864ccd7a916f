import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { type Account, AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { TextField } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { GuestSelect, type PickedGuest } from '#renderer/parts/guest/GuestSelect.tsx'
import { Field } from '#renderer/ui/Field.tsx'

const kinds = ['house', 'master'] as const
type Kind = (typeof kinds)[number]

/** Opens a house account (passers-by, staff meals) or a party's master account, and goes there. */
export function AccountDrawer({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const { t } = useWords()
  const { draft, typed, set, command, run } = useNewAccount(kind)
  return (
    <ActDrawer
      title={t('folioScreen.account.title')}
      onClose={onClose}
      submit={t('folioScreen.account.submit')}
      run={run}
      ready={typed.code.trim() !== '' && typed.name.trim() !== ''}
      command={command}
      fields={['code', 'name', 'accountId']}
      draft={draft}
    >
      {(errors) => (
        <>
          <KeyedChoice
            label={t('folioScreen.column.kind')}
            keysLabel="folioScreen.key.kind"
            choices={kinds}
            value={typed.kind}
            word={(one) => t(`folioScreen.kind.${one}`)}
            onChange={(one) => set({ kind: one })}
          />
          <TextField
            label={t('folioScreen.account.code')}
            hint={t('folioScreen.account.codeHint')}
            error={errors.code}
            autoFocus
            spellCheck={false}
            value={typed.code}
            onChange={(code) => set({ code })}
          />
          <TextField
            label={t('folioScreen.account.name')}
            error={errors.name}
            value={typed.name}
            onChange={(name) => set({ name })}
          />
          <Field label={t('folioScreen.account.payer')} error={errors.accountId}>
            {(control) => (
              <AccountPicker {...control} value={typed.account} onChange={(account) => set({ account })} />
            )}
          </Field>
          <Field label={t('folioScreen.account.contact')}>
            {(control) => (
              <GuestSelect {...control} value={typed.guest} onChange={(guest) => set({ guest })} />
            )}
          </Field>
        </>
      )}
    </ActDrawer>
  )
}

function useNewAccount(kind: Kind) {
  const command = useCommand('folio.openAccount')
  const { draft, typed, set } = useTyped(
    'folios:account',
    { kind, code: '', name: '', guest: null as PickedGuest | null, account: null as Account | null },
    command,
  )
  const run = async () => {
    const reply = await command.run({
      kind: typed.kind,
      code: typed.code.trim(),
      name: typed.name.trim(),
      guestId: typed.guest?.id ?? null,
      accountId: typed.account?.id ?? null,
    })
    if (!reply.ok) return
    draft.clear()
    go(href(paths.folio, { id: reply.output.id }))
  }
  return { draft, typed, set, command, run }
}
