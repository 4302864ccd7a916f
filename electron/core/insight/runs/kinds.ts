import { readNewestOutput } from '#db/queries/insight/worker-runs.ts'
import { writeGuestKinds } from '#db/repositories/insight/groups.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import type { SharedFacts } from '#shared/domain/insight/facts/catalogue.ts'
import { chooseK } from '#shared/domain/insight/groups/choose-k.ts'
import { indicesOf } from '#shared/domain/insight/groups/indices.ts'
import { type Clustering, kMeans, squaredDistance } from '#shared/domain/insight/groups/k-means.ts'
import { kindFacts, kindMatrix, traitsOf } from '#shared/domain/insight/groups/kinds.ts'
import { numbersFrom } from '#shared/domain/insight/groups/match.ts'
import { type Standardised, standardise } from '#shared/domain/insight/groups/matrix.ts'
import { refuse } from '#shared/values/index.ts'
import type { Run, RunDesk } from '../run.ts'

/** Below this no group is more than chance. */
const LEAST_GUESTS = 100
/** Fewer kinds than two are none; more than eight nobody remembers, unless a manager asks for them. */
const TRIED = { least: 2, most: 8 } as const
/** Any number: the same guests give the same kinds. */
const SEED = 2026

type Output = RunOutputOf<'kinds'>

/** Groups all guests with a stay by what they do. */
export const kinds: Run<'kinds'> = {
  kind: 'kinds',
  standing: 55,
  reads: 'facts',
  run: (desk, { k }) => {
    const table = desk.facts(desk.day)
    const rows = grouped(table, desk)
    if (rows.length < LEAST_GUESTS)
      return refuse('TOO_FEW_GUESTS', { found: rows.length, needed: LEAST_GUESTS })
    const scaled = standardise(kindMatrix(table, rows))
    const pulse = (done: number, total: number) => desk.pulse(done, total * 2)
    const chosen = k ? { k, tried: [] } : chooseK(scaled.matrix, { ...TRIED, seed: SEED, pulse })
    const found =
      chosen &&
      kMeans(scaled.matrix, chosen.k, {
        seed: SEED,
        pulse: (done, total) => desk.pulse(total + done, total * 2),
      })
    if (!chosen || !found) return refuse('GUESTS_ALIKE', { guests: rows.length, kinds: k ?? TRIED.least })
    const last = readNewestOutput(desk.insight, 'kinds') as Output | null
    const output = outputOf(table, rows, scaled, found, chosen.tried, last)
    if (!k && desk.isCurrent) writeGuestKinds(desk.insight, guestRows(table, rows, scaled, found, output))
    return { output }
  },
}

/** Rows of the guests who have stayed and may be judged. */
function grouped({ count, place, numbers }: SharedFacts, desk: RunDesk): Int32Array {
  const { excluded } = desk.history().guests
  const rows = new Int32Array(count)
  let found = 0
  for (let row = 0; row < count; row++)
    if ((numbers.stays[row] as number) > 0 && excluded[place[row] as number] === 0) rows[found++] = row
  return rows.slice(0, found)
}

function outputOf(
  table: SharedFacts,
  rows: Int32Array,
  { matrix, kept, constant, mean, deviation }: Standardised,
  found: Clustering,
  tried: Output['tried'],
  last: Output | null,
): Output {
  const factAt = (c: number) => (kindFacts[c] as (typeof kindFacts)[number]).name
  const scale = kept.map((c, at) => ({
    fact: factAt(c),
    middle: mean[at] as number,
    spread: deviation[at] as number,
  }))
  const numbers = numbersFrom(found, scale, last)
  const { silhouette, silhouetteRows, calinskiHarabasz, daviesBouldin } = indicesOf(matrix, found, SEED)
  const revenue = new Float64Array(found.k)
  for (const [at, row] of rows.entries()) {
    const kind = found.cluster[at] as number
    revenue[kind] = (revenue[kind] as number) + (table.numbers.totalRevenue[row] as number)
  }
  return {
    guests: rows.length,
    k: found.k,
    tried: tried.map(({ k, inertia, ...indices }) => ({
      k,
      inertia,
      silhouette: indices.silhouette,
      calinskiHarabasz: indices.calinskiHarabasz,
      daviesBouldin: indices.daviesBouldin,
    })),
    inertia: found.inertia,
    silhouette,
    silhouetteGuests: silhouetteRows,
    calinskiHarabasz,
    daviesBouldin,
    constant: constant.map(factAt),
    scale,
    kinds: found.sizes.map((guests, kind) => ({
      number: numbers[kind] as number,
      guests,
      revenueMinor: revenue[kind] as number,
      centre: [...found.centres.subarray(kind * kept.length, (kind + 1) * kept.length)],
      traits: traitsOf(table, rows, found, kept, kind),
    })),
  }
}

function* guestRows(
  { id }: SharedFacts,
  rows: Int32Array,
  { matrix }: Standardised,
  { cluster, centres }: Clustering,
  { kinds: found }: Output,
) {
  const { columns, values } = matrix
  for (const [at, row] of rows.entries()) {
    const kind = cluster[at] as number
    const squared = squaredDistance(values, at * columns, centres, kind * columns, columns)
    yield {
      guest_id: id[row] as number,
      kind: (found[kind] as Output['kinds'][number]).number,
      distance: Math.sqrt(squared),
    }
  }
}
