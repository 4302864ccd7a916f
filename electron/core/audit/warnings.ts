import type { Reader } from '#db/handles.ts'
import { readOpenShifts, readOverLimit } from '#db/queries/audit/day.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { WarningKind } from '#shared/domain/audit/blocks.ts'
import { readPriceBook } from '../folio/public.ts'
import { listOpenDiscrepancies } from '../housekeeping/public.ts'
import type { Context } from '../kernel/context.ts'
import { readUnregistered, readUnsent } from '../registration/public.ts'
import { keepsMoney } from './post-nights.ts'

type Item = OutputOf<'audit.day'>['warnings'][number]['items'][number]

/** What warns before a close, and where it is looked at. An area adds its own to the list. */
type Source = { kind: WarningKind; read: (db: Reader, ctx: Context) => Promise<Item[]> }

const sources: readonly Source[] = [
  {
    kind: 'no-chart',
    read: async (db) => (keepsMoney(await readPriceBook(db)) ? [] : [{ to: 'settings', id: 0, label: '' }]),
  },
  {
    kind: 'open-shift',
    read: async (db) => (await readOpenShifts(db)).map((one) => ({ to: 'cashier', ...one })),
  },
  {
    kind: 'over-limit',
    read: async (db, ctx) => {
      const { chart } = await readPriceBook(db)
      const rows = await readOverLimit(db, ctx.businessDate, chart.settings.creditLimitMinor)
      return rows.map((one) => ({ to: 'folio', ...one }))
    },
  },
  {
    kind: 'unregistered',
    read: async (db, ctx) =>
      byRoom('registration', await readUnregistered(db, ctx), ({ bookingId }) => bookingId),
  },
  { kind: 'unsent', read: async (db) => byRoom('registration', await readUnsent(db), ({ id }) => id) },
  {
    kind: 'discrepancy',
    read: async (db) => byRoom('housekeeping', await listOpenDiscrepancies(db), ({ id }) => id),
  },
]

/** Rows of one screen, each called by its room; several of one room are one. */
function byRoom<R extends { roomNumber: string | null }>(
  to: Item['to'],
  rows: readonly R[],
  idOf: (row: R) => number,
): Item[] {
  const items = rows.map((row) => ({ to, id: idOf(row), label: row.roomNumber ?? '' }))
  return [...Map.groupBy(items, ({ id, label }) => label || id).values()].map(([first]) => first as Item)
}

/** How many of a kind are named: the rest is counted. */
const named = 12

/** What the desk should know before it closes the day, by kind; kinds of which there is nothing are left out. */
export async function readWarnings(db: Reader, ctx: Context): Promise<OutputOf<'audit.day'>['warnings']> {
  const warnings: OutputOf<'audit.day'>['warnings'] = []
  for (const { kind, read } of sources) {
    const items = await read(db, ctx)
    if (items.length > 0) warnings.push({ kind, total: items.length, items: items.slice(0, named) })
  }
  return warnings
}
