import { afterEach, expect, test, vi } from 'vitest'
import { requireNode } from './require-node.mjs'

afterEach(() => vi.restoreAllMocks())

test.each(['20.0.0', '22.18.0', '24.21.0'])('Node %s goes on', (version) => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
  requireNode(version)
  expect(exit).not.toHaveBeenCalled()
})

test('an older Node is refused in both languages', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  requireNode('18.20.4')
  expect(exit).toHaveBeenCalledWith(1)
  expect(said.mock.calls.flat().join('\n')).toMatch(/18\.20\.4.*20.*\n.*18\.20\.4.*20/)
})
