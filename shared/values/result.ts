/**
 * Answers of pure rules. A refusal is an expected "no": a closed code and the figures its words need;
 * anything thrown is a defect. Plain objects, so that they travel through IPC and HTTP unchanged.
 */

export type RefusalParams = Record<string, string | number>

export interface Refusal<C extends string = string> {
  code: C
  params: RefusalParams
}

export interface Ok<T> {
  ok: true
  value: T
}

export interface Refused<C extends string = string> {
  ok: false
  refusal: Refusal<C>
}

export type Result<T, C extends string = string> = Ok<T> | Refused<C>

/** The rule holds: here is its value. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** The rule says no: a closed code, worded in the catalogues, with the figures its words name. */
export function refuse<C extends string>(code: C, params: RefusalParams = {}): Refused<C> {
  return { ok: false, refusal: { code, params } }
}

/** Whether an answer is a rule's no. */
export function isRefused<C extends string>(answer: object | null | Refused<C>): answer is Refused<C> {
  return answer !== null && 'refusal' in answer && 'ok' in answer && answer.ok === false
}
