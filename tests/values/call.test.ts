import { expect, test } from 'vitest'
import { parseCall } from '#shared/contract/call.ts'

/** Both hosts read what they receive with it, so that neither lets pass what the other refuses. */
test('a call is read strictly: no unknown key, no mark or language that is none', () => {
  const call = { operation: 'hotel.state', input: { a: 1 }, requestId: 'a-1', language: 'zh' }
  expect(parseCall(call)).toEqual({ call })
  expect(parseCall({ operation: 'hotel.state' })).toEqual({ call: { operation: 'hotel.state' } })
  expect(parseCall({ operation: 'x', requestId: null, language: null })).toEqual({ call: { operation: 'x' } })
  for (const key of ['requestID', 'Input', 'params'])
    expect(parseCall({ ...call, [key]: 1 })).toEqual({
      issue: { path: [key], code: 'invalid.unknownField', params: {} },
    })
  for (const wrong of [
    null,
    'x',
    [],
    {},
    { operation: 1 },
    { ...call, requestId: 'ö' },
    { ...call, language: 'de' },
  ])
    expect(parseCall(wrong)).toEqual({ issue: { path: [], code: 'invalid.json', params: {} } })
})
