import { expect, test } from 'vitest'
import { groupsOf, parametersOf, typedOf, withChoice } from '#renderer/features/insight/settings/form.ts'
import { chosenFrom, chosenText } from '#renderer/features/insight/value/figures.ts'
import { settingsSectionNames, settingsSections } from '#shared/domain/insight/settings/sections.ts'
import { checkSettings } from '#shared/domain/insight/settings/settings.ts'

test.each(settingsSectionNames)('the settings of %s survive being typed', (section) => {
  const { defaults } = settingsSections[section]
  expect(parametersOf(typedOf(defaults, 'CNY'), 'CNY')).toEqual(defaults)
})

test('a cut by hand has its own fields, in days, stays and the hotel’s money', () => {
  const byMean = typedOf(settingsSections.value.defaults, 'CNY')
  const byHand = withChoice(byMean, 'cut.kind', 'hand')
  const parameters = parametersOf({ ...byHand, 'cut.recencyDays': '90', 'cut.monetary': '2,000' }, 'CNY')
  expect(parameters.cut).toEqual({ kind: 'hand', recencyDays: 90, frequency: 2, monetary: 200_000 })
  expect(checkSettings('value', parameters)).toMatchObject({ ok: true })
  expect(withChoice(byHand, 'cut.kind', 'mean')).toEqual(byMean)
})

test('fields are under what they belong to, those of nothing together', () => {
  const groups = (section: 'schedule' | 'value') =>
    groupsOf(typedOf(settingsSections[section].defaults, 'CNY')).map(({ name, paths }) => [
      name,
      paths.length,
    ])
  expect(groups('value')).toEqual([
    ['cut', 1],
    ['shares', 2],
    ['matrix', 1],
    ['costs', 2],
    ['need', 2],
    ['lifecycle', 2],
  ])
  expect(groups('schedule')).toEqual([['', 2]])
})

test('what is no number stays as it was typed and is refused by its field', () => {
  const typed = { ...typedOf(settingsSections.value.defaults, 'CNY'), 'lifecycle.lostDays': 'two years' }
  expect(checkSettings('value', parametersOf(typed, 'CNY'))).toMatchObject({
    refusal: { code: 'SETTINGS_INVALID', params: { field: 'lifecycle.lostDays', why: 'number' } },
  })
})

test('the guests that an address names are those that were chosen', () => {
  for (const of of [
    { by: 'all' },
    { by: 'class', kind: 'rfm', class: 'key-value' },
    { by: 'map', days: 2, stays: 0 },
    { by: 'move', from: '', to: 'general-keep' },
  ] as const)
    expect(chosenFrom(chosenText(of))).toEqual(of)
  for (const wrong of [undefined, 'class~none~x', 'map~x~1', ''])
    expect(chosenFrom(wrong)).toEqual({ by: 'all' })
})
