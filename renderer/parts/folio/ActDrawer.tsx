import type { ReactNode } from 'react'
import { codeOf } from '#renderer/api/reply-error.ts'
import type { CommandState } from '#renderer/api/use-command.ts'
import type { FieldWords } from '#renderer/ui/DraftNote.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { CommandName } from '#shared/contract/index.ts'
import './act.css'

/** The drawer covers the page's second column, which takes this width while something is done. */
export const besideWidth = 460

type Attempt = Pick<CommandState<CommandName>, 'pending' | 'trouble' | 'failed' | 'errors'>

/** Refusals of money and the field that each is about: its words are beside that field. */
const besideFields: Readonly<Record<string, string>> = {
  AMOUNT_ZERO: 'amountMinor',
  AMOUNT_TOO_LARGE: 'amountMinor',
  REFUND_ABOVE_PAID: 'amountMinor',
  ALLOWANCE_ABOVE_LINE: 'amountMinor',
  VOUCHER_SHORT: 'amountMinor',
  PRICE_NEEDED: 'unitMinor',
  CODE_UNKNOWN: 'codeId',
  CODE_NOT_CHARGED: 'codeId',
  CODE_NOT_PAYMENT: 'codeId',
  CODE_NOT_PAID_OUT: 'codeId',
  CODE_WITHOUT_TAX_RULE: 'codeId',
  CASH_NOT_TAKEN: 'codeId',
  SHIFT_NEEDED: 'codeId',
  RATE_MISSING: 'currency',
  TENDERED_SHORT: 'tenderedMinor',
  ACCOUNT_NEEDED: 'accountId',
  ACCOUNT_UNKNOWN: 'accountId',
  VOUCHER_UNKNOWN: 'voucherNo',
  SERVICE_DATE_AHEAD: 'serviceDate',
  CODE_TAKEN: 'code',
  DATES_REVERSED: 'shareTo',
  ROUTING_DATES: 'to',
  ROUTING_CIRCLE: 'toWindow',
  ROUTING_WINDOW: 'toWindow',
  REASON_NEEDED: 'reason',
  DEPOSIT_METHOD: 'codeId',
  DEPOSIT_OTHER_METHOD: 'codeId',
  DEPOSIT_SHORT: 'amountMinor',
  HOLD_ABOVE: 'amountMinor',
  HOLD_ENDS_BEFORE: 'expiresOn',
  FAPIAO_TAX_NO: 'taxNo',
  FAPIAO_NUMBER_TAKEN: 'number',
}

/** What was wrong with the last attempt: by field where it is about one, else one sentence. */
export function faultsOf({ failed, trouble, errors }: Attempt, fields: readonly string[]) {
  const field = failed && besideFields[codeOf(failed)]
  if (failed && trouble && field && fields.includes(field))
    return { errors: { ...errors, [field]: trouble }, trouble: null }
  const hasErrors = Object.keys(errors).some((path) => fields.includes(path.split('.').at(-1) ?? path))
  return { errors, trouble: hasErrors ? null : trouble }
}

type Props = {
  title: string
  onClose: () => void
  submit: string
  run: () => unknown
  /** False while the fields make no act. */
  ready: boolean
  command: Attempt
  /** The fields that the drawer shows an error beside. */
  fields?: readonly string[]
  draft?: Parameters<typeof SideDrawer>[0]['draft']
  draftWords?: FieldWords
  danger?: boolean
  children: ReactNode | ((errors: Readonly<Record<string, string | undefined>>) => ReactNode)
}

/** One act beside the folio: fields, its effect, the act. Enter does it, Esc leaves. */
export function ActDrawer(props: Props) {
  const {
    title,
    onClose,
    submit,
    run,
    ready,
    command,
    fields = [],
    draft,
    draftWords,
    danger = false,
  } = props
  const { errors, trouble } = faultsOf(command, fields)
  return (
    <SideDrawer
      open
      title={title}
      onClose={onClose}
      width={besideWidth}
      {...(draft ? { draft } : {})}
      {...(draftWords ? { draftWords } : {})}
      submit={{ label: submit, run: () => void run(), disabled: !ready, pending: command.pending, danger }}
    >
      {typeof props.children === 'function' ? props.children(errors) : props.children}
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </SideDrawer>
  )
}
