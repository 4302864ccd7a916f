/** The settings of money at the desk as they are typed. */
import type { T } from '#renderer/base/language.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { amount, amountText, wholeNumber } from '../values.ts'
import type { Chart } from './money-things.ts'

export type Settings = Chart['settings']

/** Amounts and figures are texts under the names of their fields. */
export function typedSettings(settings: Settings, currency: string) {
  const { chart: _chart, version: _version, ...fields } = settings
  return {
    ...fields,
    cashStepMinor: amountText(settings.cashStepMinor, currency),
    creditLimitMinor:
      settings.creditLimitMinor === null ? '' : amountText(settings.creditLimitMinor, currency),
    keyDepositMinor: amountText(settings.keyDepositMinor, currency),
    warnPercent: String(settings.warnPercent),
    holdDays: String(settings.holdDays),
  }
}
export type TypedSettings = ReturnType<typeof typedSettings>

type Input = Omit<InputOf<'chart.saveSettings'>, 'version'>

/** What was typed as the command takes it, or what can't be read, by field. */
export function readSettings(
  typed: TypedSettings,
  currency: string,
  t: T,
): { input: Input } | { wrong: Record<string, string> } {
  const wrong: Record<string, string> = {}
  const minor = (field: 'cashStepMinor' | 'creditLimitMinor' | 'keyDepositMinor') => {
    const value = amount(typed[field], currency)
    if (value === null) wrong[field] = t('settings.amount', { currency })
    return value ?? 0
  }
  const whole = (field: 'warnPercent' | 'holdDays') => {
    const value = wholeNumber(typed[field])
    if (value === null) wrong[field] = t('settings.number')
    return value ?? 0
  }
  const input: Input = {
    ...typed,
    cashStepMinor: minor('cashStepMinor'),
    creditLimitMinor: typed.creditLimitMinor.trim() === '' ? null : minor('creditLimitMinor'),
    keyDepositMinor: minor('keyDepositMinor'),
    warnPercent: whole('warnPercent'),
    holdDays: whole('holdDays'),
  }
  return Object.keys(wrong).length > 0 ? { wrong } : { input }
}
