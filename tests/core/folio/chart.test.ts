import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readChart } from '#db/repositories/folio/chart.ts'
import { accountRoles, codeRoles } from '#shared/domain/folio/chart.ts'
import { chartNames } from '#shared/domain/folio/chart-data.ts'
import { codeOfRole } from '#shared/domain/folio/chart-of-hotel.ts'
import { defaultFolioSettings } from '#shared/domain/folio/settings.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

let t: TestApp
beforeEach(async () => {
  t = await openTestApp()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

describe('a chart', () => {
  test('is empty before it is loaded', async () => {
    expect(await readChart(t.app.store.reader)).toEqual({
      settings: defaultFolioSettings,
      codes: new Map(),
      taxes: new Map(),
      rules: new Map(),
      roles: {},
    })
  })

  test.each(chartNames)('%s has an account for each role and a code for each purpose', async (name) => {
    await t.must('chart.load', { chart: name })
    const chart = await readChart(t.app.store.reader)
    expect(Object.keys(chart.roles).toSorted()).toEqual([...accountRoles].toSorted())
    for (const role of codeRoles) expect(codeOfRole(chart, role)).toMatchObject({ kind: 'charge', role })
  })
})
