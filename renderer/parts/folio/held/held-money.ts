import type { Code } from '../use-chart.ts'

/** Money that can be held and given back: no voucher, nothing on account. */
export function isHeldMoney({ method }: Code): boolean {
  return method !== 'voucher' && method !== 'account'
}
