/** So many rows a report holds in memory at once: some three hundred megabytes of nights. */
export const maxRows = 1_500_000

/** What a report would have to hold is more than a worker has memory for. */
export class TooManyRows extends Error {}

/** All rows of a statement; throws TooManyRows where there are more than a report holds. */
export function rowsWithin<Row>(rows: Iterable<Row>): Row[] {
  const found: Row[] = []
  for (const row of rows) {
    if (found.length === maxRows) throw new TooManyRows(`more than ${maxRows} rows`)
    found.push(row)
  }
  return found
}
