/**
 * Charges, settlements and a long folio through dispatch and by hand, on a copy of the store: what is posted can't be
 * taken back. Writers go by turns, because the log has one at a time.
 */
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { BusinessDate, FolioId, TransactionCodeId } from '#shared/values/index.ts'
import { caller } from './cases.ts'
import { folioFloor, folioGetFloor, readBenchChart } from './floor-folio.ts'
import { type Measured, measure, rowOf } from './measure.ts'
import { administrator, copyOf, openBench } from './store.ts'

const turn = 40
const warmUp = 8
/** Entries of the long folio. */
const long = 200

export async function measureFolio(file: string, today: BusinessDate, scale: number): Promise<Measured[]> {
  const { file: copy, remove } = copyOf(file, 'folio')
  try {
    const ready = await prepare(copy, Math.max(2, Math.ceil(6 * scale)))
    return [
      await byTurns(
        'folio.charge',
        ready.charges,
        (inputs) => chargeApp(copy, inputs),
        (inputs) => chargeFloor(copy, today, inputs),
      ),
      await byTurns(
        'folio.settle',
        ready.settles,
        (inputs) => settleApp(copy, inputs),
        (inputs) => settleFloor(copy, today, inputs),
      ),
      await getLong(copy, ready.long, Math.ceil(200 * scale)),
    ]
  } finally {
    remove()
  }
}

type Charge = { requestId: string; folioId: number; amountMinor: number; codeId: number }
type Settle = { requestId: string; folioId: number; version: number; amountMinor: number; codeId: number }

/** A chart where there is none, a house account for each settlement, one for the charges, and a long one. */
async function prepare(file: string, pairs: number) {
  const app = await openBench(file)
  const call = caller(administrator(app))
  if ((await call('chart.get', {})).codes.length === 0) await call('chart.load', { chart: 'cn-general' })
  const { codes } = await call('chart.get', {})
  const idOf = (name: string) => codes.find(({ code }) => code === name)?.id as TransactionCodeId
  const account = async (code: string) =>
    (await call('folio.openAccount', { kind: 'house', code, name: code })).id
  const charge = (folioId: FolioId, items: number) =>
    call('folio.charge', {
      folioId,
      items: Array.from({ length: items }, () => ({ codeId: idOf('REST'), unitMinor: 10_600 })),
    })
  const longOne = await account('BENCH-LONG')
  for (let at = 0; at < long; at += 50) await charge(longOne, 50)
  const busy = await account('BENCH')
  const charges: Charge[] = []
  const settles: Settle[] = []
  for (let n = 0; n < 2 * turn * pairs; n++) {
    charges.push({
      requestId: `bench-charge-${n}`,
      folioId: busy,
      amountMinor: 1_000 + n,
      codeId: idOf('REST'),
    })
    const folioId = await account(`BENCH-${n}`)
    await charge(folioId, 1)
    settles.push({
      requestId: `bench-settle-${n}`,
      folioId,
      version: 1,
      amountMinor: 10_600,
      codeId: idOf('WECHAT'),
    })
  }
  await app.close()
  return { charges, settles, long: longOne }
}

async function byTurns<I>(
  name: string,
  inputs: readonly I[],
  app: (some: readonly I[]) => Promise<number[]>,
  floor: (some: readonly I[]) => number[],
): Promise<Measured> {
  const ours: number[] = []
  const bare: number[] = []
  for (let at = 0; at + 2 * turn <= inputs.length; at += 2 * turn) {
    ours.push(...(await app(inputs.slice(at, at + turn))).slice(warmUp))
    bare.push(...floor(inputs.slice(at + turn, at + 2 * turn)).slice(warmUp))
  }
  return { row: rowOf(name, ours, bare), slowest: [] }
}

async function chargeApp(file: string, inputs: readonly Charge[]): Promise<number[]> {
  const app = await openBench(file)
  const call = caller(administrator(app))
  const times: number[] = []
  for (const { requestId, folioId, amountMinor, codeId } of inputs) {
    const input = {
      folioId: folioId as FolioId,
      items: [{ codeId: codeId as TransactionCodeId, unitMinor: amountMinor }],
    }
    const begun = performance.now()
    const answer = await call('folio.charge', input, requestId)
    times.push(performance.now() - begun)
    if (answer.lineIds.length !== 1) throw new Error('not one line')
  }
  await app.close()
  return times
}

async function settleApp(file: string, inputs: readonly Settle[]): Promise<number[]> {
  const app = await openBench(file)
  const call = caller(administrator(app))
  const times: number[] = []
  for (const { requestId, folioId, version, amountMinor, codeId } of inputs) {
    const payments = [{ window: 1, codeId: codeId as TransactionCodeId, amountMinor }]
    const begun = performance.now()
    const answer = await call('folio.settle', { id: folioId as FolioId, version, payments }, requestId)
    times.push(performance.now() - begun)
    if (answer.postingIds.length !== 1) throw new Error('not one payment')
  }
  await app.close()
  return times
}

function chargeFloor(file: string, today: BusinessDate, inputs: readonly Charge[]): number[] {
  return byHand(file, today, inputs, (floor, input) => floor.charge(input))
}

function settleFloor(file: string, today: BusinessDate, inputs: readonly Settle[]): number[] {
  return byHand(file, today, inputs, (floor, input) => floor.settle(input))
}

function byHand<I>(
  file: string,
  today: BusinessDate,
  inputs: readonly I[],
  act: (floor: ReturnType<typeof folioFloor>, input: I) => unknown,
): number[] {
  const raw = openRaw(file, { readonly: false })
  const floor = folioFloor(raw, today, readBenchChart(raw))
  const times = inputs.map((input) => {
    const begun = performance.now()
    act(floor, input)
    return performance.now() - begun
  })
  raw.close()
  return times
}

async function getLong(file: string, id: number, samples: number): Promise<Measured> {
  const app = await openBench(file)
  const reader = openRaw(file, { readonly: true })
  try {
    const call = caller(administrator(app))
    return await measure({
      name: 'folio.get: 200 entries',
      inputs: Array.from({ length: samples + warmUp }, () => id),
      warmUp,
      app: (one) => call('folio.get', { id: one as FolioId }),
      view: ({
        lines,
        balanceMinor,
        taxMinor,
      }: {
        lines: unknown[]
        balanceMinor: number
        taxMinor: number
      }) => ({
        lines: lines.length,
        balanceMinor,
        taxMinor,
      }),
      floor: folioGetFloor(reader),
    })
  } finally {
    reader.close()
    await app.close()
  }
}
