import { expect, it } from 'vitest'
import { missingFacts } from '../../scripts/lib/packaging.ts'

const whole = { description: 'd', author: 'a', version: '1.0.0', homepage: 'https://h.example' }
const settings = 'linux:\n  maintainer: K <k@h.example>\n  target: [AppImage, deb]\nwin:\n  target: [nsis]\n'

it('knows what every target of this project wants, and has it', () => {
  expect(missingFacts()).toEqual([])
})

it('names what is missing before anything is built', () => {
  expect(missingFacts(whole, settings)).toEqual([])
  expect(missingFacts({ ...whole, homepage: '' }, settings)).toEqual([
    'electron-builder.yml: deb wants homepage in package.json',
  ])
  expect(missingFacts(whole, settings.replace(' <k@h.example>', ''))).toEqual([
    'electron-builder.yml: deb wants linux.maintainer with an address',
  ])
  expect(missingFacts({ ...whole, description: '' }, settings)).toHaveLength(3)
  expect(missingFacts(whole, settings.replace('nsis', 'snap'))[0]).toContain('snap wants an entry')
})
