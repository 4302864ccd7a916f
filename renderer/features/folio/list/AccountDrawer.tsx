import { Input } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { type Account, AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { GuestSelect, type PickedGuest } from '#renderer/parts/guest/GuestSelect.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'

const kinds = ['house', 'master'] as const
type Kind = (typeof kinds)[number]

/** Opens a house account (passers-by, staff meals) or a party's master account, and goes there. */
export function AccountDrawer({ kind: first, onClose }: { kind: Kind; onClose: () => void }) {
  const { t } = useWords()
  const draft = useDraft('folios:account', {
    kind: first,
    code: '',
    name: '',
    guest: null as PickedGuest | null,
    account: null as Account | null,
  })
  const typed = draft.value
  const command = useCommand('folio.openAccount')
  const set = (patch: Partial<typeof typed>) => {
    command.reset()
    draft.set({ ...typed, ...patch })
  }
  useChoiceKeys(kinds, 'folioScreen.key.kind', (kind) => set({ kind }))
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
          <div role="radiogroup" aria-label={t('folioScreen.column.kind')} className="fo-methods">
            {kinds.map((kind, at) => (
              <button
                key={kind}
                type="button"
                role="radio"
                aria-checked={kind === typed.kind}
                className="fo-method"
                onClick={() => set({ kind })}
              >
                {t(`folioScreen.kind.${kind}`)} <KeyHint keys={choiceKey(at)} />
              </button>
            ))}
          </div>
          <Field
            label={t('folioScreen.account.code')}
            hint={t('folioScreen.account.codeHint')}
            error={errors.code}
          >
            {(control) => (
              <Input
                {...control}
                autoFocus
                autoComplete="off"
                spellCheck={false}
                value={typed.code}
                onChange={(event) => set({ code: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('folioScreen.account.name')} error={errors.name}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={typed.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
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
