import { describe, expect, it } from 'vitest'
import { entryLink, onwardToProgram } from '../../scripts/lib/dev-proxy.ts'

describe('the page with hot reload', () => {
  it('finds the program’s link in what it prints', () => {
    expect(entryLink('Keyrack: http://127.0.0.1:4711/?key=a-B_9')?.search).toBe('?key=a-B_9')
    expect(entryLink('See https://example.com/?key=1')).toBeNull()
  })

  it('sends calls and the way in on to the program, and nothing else', () => {
    const patterns = Object.keys(onwardToProgram('http://127.0.0.1:4711')).map((text) => new RegExp(text))
    const goesOn = (path: string) => patterns.some((pattern) => pattern.test(path))
    expect(['/rpc', '/events', '/upload', '/?key=x'].every(goesOn)).toBe(true)
    expect(['/', '/shell/main.tsx', '/guests?key=x', '/rpc/x.ts'].some(goesOn)).toBe(false)
  })
})
