/**
 * Closes a full house of 500 rooms on a copy of the store while a desk searches for guests: how long the close takes, and how
 * long a search takes meanwhile.
 */
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { caller } from './cases.ts'
import { fillHouse } from './full-house.ts'
import { keystrokes } from './inputs.ts'
import { type Measured, rowOf } from './measure.ts'
import { administrator, copyOf, openBench } from './store.ts'

const rooms = 500

export async function measureClose(file: string, today: BusinessDate): Promise<Measured[]> {
  const { file: copy, remove } = copyOf(file, 'close')
  try {
    await prepare(copy)
    const texts = fill(copy, today)
    const { seconds, searches } = await closeWhileSearching(copy, today, texts)
    const floor = searches.slice(0, 1)
    return [
      { row: rowOf('audit.close: 500 rooms', [seconds * 1000], [seconds * 1000]), slowest: [] },
      { row: rowOf('audit.close: search meanwhile', searches, floor), slowest: [] },
    ]
  } finally {
    remove()
  }
}

/** A chart where there is none, and days that may be closed at any time. */
async function prepare(file: string): Promise<void> {
  const app = await openBench(file)
  const call = caller(administrator(app))
  if ((await call('chart.get', {})).codes.length === 0) await call('chart.load', { chart: 'cn-general' })
  const { version, ...settings } = await call('audit.settings', {})
  await call('audit.saveSettings', { ...settings, version, earliest: null })
  await app.close()
}

/** Every room has a guest for the night, and nobody else is in house or due: written beside the program. Answers with texts to search for. */
function fill(file: string, today: BusinessDate): string[] {
  const raw = openRaw(file, { readonly: false })
  try {
    raw.transaction(() => fillHouse(raw, today, { rooms, inHouse: rooms, dueIn: 0 }))()
    return keystrokes(raw, 400)
  } finally {
    raw.close()
  }
}

async function closeWhileSearching(file: string, today: BusinessDate, texts: readonly string[]) {
  const app = await openBench(file)
  const desk = administrator(app)
  const call = caller(desk)
  try {
    for (const text of texts.slice(0, 40)) await call('guest.search', { text, limit: 30 })
    const begun = performance.now()
    await call('audit.begin', { from: today })
    const close = { done: false }
    const done = app.closer.idle().then(() => {
      close.done = true
      return (performance.now() - begun) / 1000
    })
    const searches: number[] = []
    for (let n = 0; !close.done; n++) {
      const asked = performance.now()
      // As a page's request comes: after what is at work has given way
      await new Promise((resolve) => void setImmediate(resolve))
      await call('guest.search', { text: texts[n % texts.length] ?? '', limit: 30 })
      searches.push(performance.now() - asked)
      await new Promise((resolve) => void setTimeout(resolve, 5))
    }
    const { last } = await call('audit.day', {})
    if (last?.counts.nights !== rooms) throw new Error(`posted ${last?.counts.nights} nights`)
    return { seconds: await done, searches }
  } finally {
    await app.close()
  }
}
