import type { Refusal } from '#shared/contract/index.ts'

/** What a worker is started with. */
export type WorkerStart = {
  store: string
  /** Null where there is no insight file. */
  insight: string | null
  /** Null where there is no report file, and for a worker that runs no reports. */
  report: string | null
  nativeBinding: string | undefined
  /** Not 0: stop what you do. */
  stop: Int32Array
}

export type ToWorker = { task: string; input: unknown }

/** An error as it crosses between threads; `code` is a database's or the system's. */
export type SentError = { name: string; message: string; stack: string | undefined; code: string | undefined }

export type FromWorker =
  | { progress: [done: number, total: number] }
  /** Something went wrong that ends only a part of the task; noted in the log under this number. */
  | { defect: string; error: SentError }
  | { result: unknown }
  | { failure: Refusal }
  /** `damaged`: the file of derived data that is, and has to be made anew. */
  | { error: SentError; damaged: 'insight' | 'report' | null }

export function sendableError(error: unknown): SentError {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: undefined, code: undefined }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { name: error.name, message: error.message, stack: error.stack, code }
}

export function errorFrom({ name, message, stack, code }: SentError): Error {
  const error = new Error(message)
  error.name = name
  if (stack !== undefined) error.stack = stack
  return code === undefined ? error : Object.assign(error, { code })
}
