import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { TextField, Tick } from '#renderer/parts/folio/fields.tsx'
import type { Folio, Line } from '#renderer/parts/folio/folio-view.ts'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { type FapiaoKind, fapiaoKinds } from '#shared/domain/folio/fapiao.ts'
import type { ActProps } from './act-props.ts'
import { useHeldLines } from './use-held-lines.ts'

const fields = ['title', 'taxNo', 'lineIds'] as const
/** What the tax platform asks beside the title and the number. */
const more = ['email', 'address', 'phone', 'bank', 'account', 'remark'] as const

/** Asks for a 发票 over the chosen charges, or over all of a window that are on none. */
export function FapiaoDrawer(props: ActProps) {
  const { t } = useWords()
  const { draft, typed, set, command, lines, ready, run } = useFapiao(props)
  return (
    <ActDrawer
      title={t('folioFapiao.title')}
      onClose={props.onClose}
      submit={t('folioFapiao.submit')}
      run={run}
      ready={ready}
      command={command}
      fields={fields}
      draft={draft}
    >
      {(errors) => (
        <>
          <KeyedChoice
            label={t('folioFapiao.kind')}
            keysLabel="folioFapiao.key"
            choices={fapiaoKinds}
            value={typed.kind}
            word={(kind) => t(`folioFapiao.kinds.${kind}`)}
            onChange={(kind: FapiaoKind) => set({ kind })}
          />
          <TextField
            label={t('folioFapiao.buyer')}
            error={errors.title}
            autoFocus
            value={typed.title}
            onChange={(title) => set({ title })}
          />
          <TextField
            label={t('folioFapiao.taxNo')}
            error={errors.taxNo}
            spellCheck={false}
            value={typed.taxNo}
            onChange={(taxNo) => set({ taxNo: taxNo.toUpperCase() })}
          />
          <div className="k-field">
            <Tick checked={typed.person} onChange={(person) => set({ person })}>
              {t('folioFapiao.person')}
            </Tick>
          </div>
          {more.map((field) => (
            <TextField
              key={field}
              label={t(`folioFapiao.${field}`)}
              error={errors[`details.${field}`]}
              value={typed[field]}
              onChange={(text) => set({ [field]: text })}
            />
          ))}
          <Effect
            rows={[
              {
                name: t('folioFapiao.lines', { count: lines.length }),
                after: lines.reduce((sum, { grossMinor }) => sum + grossMinor, 0),
              },
            ]}
          />
          {lines.length === 0 && <p className="k-trouble-line">{t('folioFapiao.none')}</p>}
        </>
      )}
    </ActDrawer>
  )
}

function useFapiao({ folio, window, chosen, onClose }: ActProps) {
  const lines = useFreeCharges(folio, window, chosen)
  const payee = folio.windows.find((one) => one.window === window)
  const command = useCommand('fapiao.ask')
  const { draft, typed, set } = useTyped(
    `folio:${folio.id}:fapiao`,
    {
      kind: 'ordinary' as FapiaoKind,
      title: payee?.payeeName ?? '',
      taxNo: payee?.taxNo ?? '',
      person: payee?.accountId === null && payee.taxNo === '',
      email: payee?.email ?? '',
      address: payee?.address ?? '',
      phone: '',
      bank: '',
      account: '',
      remark: '',
    },
    command,
  )
  const run = async () => {
    const { kind, title, taxNo, person, ...rest } = typed
    const details = Object.fromEntries(more.map((field) => [field, rest[field].trim()]))
    const reply = await command.run({
      folioId: folio.id,
      lineIds: lines.map(({ id }) => id),
      kind,
      title: title.trim(),
      taxNo: taxNo.trim(),
      details: { person, ...details },
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return { draft, typed, set, command, lines, ready: lines.length > 0 && typed.title.trim() !== '', run }
}

/** Charges that no live request has: those that are chosen where several are, else all of the window. */
function useFreeCharges(folio: Folio, window: number, chosen: readonly Line[]): readonly Line[] {
  const marked = useHeldLines(chosen, isFree)
  return marked.length > 1
    ? marked
    : folio.lines.filter((line) => line.live && line.window === window && isFree(line))
}

const charged: readonly Line['codeKind'][] = ['charge', 'allowance', 'package']

/** Without VAT it is on no 发票. */
function isFree({ codeKind, fapiao, taxes }: Line): boolean {
  return (
    charged.includes(codeKind) &&
    (fapiao === null || fapiao === 'red' || fapiao === 'withdrawn') &&
    taxes.length > 0
  )
}
