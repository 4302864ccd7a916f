type Input = Readonly<Record<string, unknown>>

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Of the errors of an attempt, that which still holds: the errors of fields that are as they were sent. */
export function remainingErrors(
  errors: Readonly<Record<string, string>>,
  sent: Input | null,
  now: Input | null,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => {
      const field = path.split('.')[0] ?? path
      return sent !== null && now !== null && same(sent[field], now[field])
    }),
  )
}

/** A refusal is of the whole: it holds while nothing of it was changed. */
export function isStillCurrent(sent: Input | null, now: Input | null): boolean {
  return sent !== null && now !== null && same(sent, now)
}
