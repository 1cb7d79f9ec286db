import { fc, it as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Workflow } from './index.js'
import { covers, inspectWorkflow, isScopeWithin, isWithinScope, placeOf, scopeOfDivision } from './index.js'

const sound: Workflow = {
  field: 'state',
  initial: 'a',
  final: ['c'],
  transitions: { go: { from: 'a', to: 'b' }, end: { from: ['a', 'b'], to: 'c' } },
}

describe('a workflow graph', () => {
  it('is sound when every state is reached and can end', () => {
    expect(inspectWorkflow(sound, ['a', 'b', 'c'])).toEqual([])
  })

  it.each([
    ['a state nobody reaches', { ...sound }, ['a', 'b', 'c', 'd'], '"d" cannot be reached'],
    [
      'a dead end',
      { ...sound, transitions: { ...sound.transitions, end: { from: 'a', to: 'c' } } },
      ['a', 'b', 'c'],
      '"b" is a dead end',
    ],
    [
      'a step to nowhere',
      { ...sound, transitions: { ...sound.transitions, lost: { from: 'a', to: 'x' } } },
      ['a', 'b', 'c'],
      'lost: no state "x"',
    ],
    [
      'a final state that goes on',
      { ...sound, transitions: { ...sound.transitions, on: { from: 'c', to: 'a' } } },
      ['a', 'b', 'c'],
      '"c" is final but has steps',
    ],
  ])('names %s', (_, workflow, states, finding) =>
    expect(inspectWorkflow(workflow as Workflow, states)).toContain(finding),
  )
})

describe('territories', () => {
  const divisions = ['990121000000', '990121100000', '990121100201', '990122000000', '990122100201']
  property.prop([fc.constantFrom(...divisions), fc.constantFrom(...divisions)])(
    'a post sees what lies in its division, and nothing else',
    (post, place) => {
      expect(isWithinScope(scopeOfDivision(post), placeOf(place))).toBe(
        place.startsWith(post.replace(/(000)+$/, '')) && place.length === 12,
      )
    },
  )
  property.prop([fc.constantFrom(...divisions), fc.constantFrom(...divisions)])(
    'a scope inside another sees no more than it',
    (inner, outer) => {
      if (!isScopeWithin(scopeOfDivision(inner), scopeOfDivision(outer))) return
      for (const place of divisions)
        if (isWithinScope(scopeOfDivision(inner), placeOf(place)))
          expect(isWithinScope(scopeOfDivision(outer), placeOf(place))).toBe(true)
    },
  )
  it('nothing is wider than everything', () => {
    expect(isScopeWithin({ level: 'all' }, scopeOfDivision('990121000000'))).toBe(false)
    expect(isScopeWithin(scopeOfDivision('990121000000'), { level: 'all' })).toBe(true)
  })
})

describe('granted patterns', () => {
  it.each([
    ['*', 'a:b.c', true],
    ['a:*', 'a:b.c', true],
    ['a:*.c', 'a:b.c', true],
    ['a:*.c', 'a:b.d', false],
    ['a:b.c', 'a:bxc', false],
    ['a', 'a:b.c', false],
  ])('%s covers %s: %s', (pattern, permission, expected) => {
    expect(covers(pattern, permission)).toBe(expected)
  })
})
