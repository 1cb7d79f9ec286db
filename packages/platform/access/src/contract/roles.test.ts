import { createRegistry, type Module } from '@opendpf/kit'
import { describe, expect, test } from 'vitest'
import { testRegistry } from '../testing/modules.js'
import { mayHold } from './role-kind.js'
import {
  checkShippedRoles,
  forcesSecondFactor,
  permissionsOf,
  type ShippedRoleId,
  shippedPatterns,
  shippedRoles,
  UnknownPatternError,
} from './roles.js'

const held = (id: ShippedRoleId): ReadonlySet<string> => {
  const shipped = shippedRoles.find((role) => role.id === id)
  if (!shipped) throw new Error(id)
  return permissionsOf(shippedPatterns(shipped, testRegistry), testRegistry.permissions)
}

/** y: may, -: may not. One column per role, in the order of `shippedRoles`. */
const matrix = `
                                village town county approver leader system security audit
register:entry.read             y       y    y      y        y      -      -        -
register:entry.create           y       y    y      y        -      -      -        -
register:entry.update           -       y    y      y        -      -      -        -
register:entry.import           -       y    y      y        -      -      -        -
register:entry.remove           -       -    -      y        -      -      -        -
register:entry.history          -       -    y      y        -      -      -        -
register:entry.reveal           -       -    y      y        -      -      -        -
register:entry.export           -       -    y      y        -      -      -        -
register:entry.close            -       -    y      y        -      -      -        -
register:entry.merge            -       -    -      y        -      -      -        -
system:division.read            y       y    y      y        y      y      y        -
system:division.update          -       -    -      -        -      y      -        -
system:job.read                 -       y    y      y        -      y      -        -
system:job.cancel               -       y    y      y        -      y      -        -
system:import.read              -       y    y      y        -      -      -        -
system:export.read              -       -    y      y        -      -      -        -
system:export.approve           -       -    -      y        -      -      -        -
system:audit.read               -       -    -      -        -      -      -        y
access:signInLog.read           -       -    -      -        -      -      -        y
access:user.read                -       -    -      -        -      -      y        -
access:user.create              -       -    -      -        -      -      y        -
access:user.resetPassword       -       -    -      -        -      -      y        -
access:user.history             -       -    -      -        -      -      -        -
access:grant.create             -       -    -      -        -      -      y        -
access:role.update              -       -    -      -        -      -      y        -
access:apiKey.create            -       -    -      -        -      -      y        -
access:apiKey.read              -       -    y      y        -      -      y        -
access:apiKey.issue             -       -    y      y        -      -      y        -
`

describe('shipped roles', () => {
  const [, ...lines] = matrix.trim().split('\n')
  for (const line of lines) {
    const [permission = '', ...marks] = line.split(/\s+/)
    test(permission, () => {
      expect(testRegistry.permissions).toContain(permission)
      const allowed = shippedRoles.filter(({ id }) => held(id).has(permission)).map(({ id }) => id)
      expect(allowed).toEqual(shippedRoles.filter((_, index) => marks[index] === 'y').map(({ id }) => id))
    })
  }

  test('the system administrator touches no business data', () => {
    expect(
      [...held('system-administrator')].filter(
        (permission) => permission.startsWith('register:') || /:(import|export)\./.test(permission),
      ),
    ).toEqual([])
  })

  test('the audit administrator does nothing but read logs', () => {
    expect([...held('audit-administrator')].sort()).toEqual(['access:signInLog.read', 'system:audit.read'])
  })

  test('the leader only reads', () => {
    expect([...held('county-leader')].filter((permission) => !permission.endsWith('.read'))).toEqual([])
  })

  test('who may reveal or export needs a second factor', () => {
    for (const role of shippedRoles)
      if (forcesSecondFactor(held(role.id))) expect(role.needsSecondFactor, role.id).toBe(true)
  })

  test('no permission belongs to two administrators, except to see divisions', () => {
    const kinds = ['system', 'security', 'audit'] as const
    const shared = testRegistry.permissions.filter(
      (permission) => kinds.filter((kind) => mayHold(kind, permission)).length > 1,
    )
    expect(shared).toEqual(['system:division.read'])
  })
})

describe('patterns', () => {
  const known = testRegistry.permissions

  test('a wildcard over modules reaches business alone', () => {
    const all = permissionsOf({ kind: 'business', permissions: ['*:*'] }, known)
    expect([...all].every((permission) => permission.startsWith('register:'))).toBe(true)
    expect(all.size).toBeGreaterThan(8)
    expect([...permissionsOf({ kind: 'security', permissions: ['*:*'] }, known)]).toEqual([])
  })

  test.each([
    ['business', 'register:entry.raed'],
    ['business', 'registre:*'],
    ['business', 'access:user.create'],
    ['system', 'register:*'],
    ['system', 'access:grant.create'],
    ['security', 'system:audit.read'],
    ['security', 'access:signInLog.read'],
    ['audit', 'access:user.read'],
  ] as const)('a %s role cannot have %s', (kind, pattern) => {
    expect(() => permissionsOf({ kind, permissions: [pattern] }, known)).toThrow(UnknownPatternError)
  })
})

describe('a start with wrong roles', () => {
  const withRoles = (roles: Record<string, readonly string[]>) =>
    createRegistry(
      testRegistry.modules.map((module) => (module.id === 'register' ? ({ ...module, roles } as Module) : module)),
    )

  test('succeeds with right ones', () => {
    expect(() => checkShippedRoles(testRegistry)).not.toThrow()
  })

  test('fails when a module grants a permission it does not have', () => {
    expect(() => checkShippedRoles(withRoles({ 'town-clerk': ['entry.aprove'] }))).toThrow('register:entry.aprove')
  })

  test('fails when a module grants to a role nobody knows', () => {
    expect(() => checkShippedRoles(withRoles({ 'town-clark': ['entry.read'] }))).toThrow('town-clark')
  })

  test('fails when a module gives an administrator business data', () => {
    expect(() => checkShippedRoles(withRoles({ 'system-administrator': ['entry.read'] }))).toThrow(
      'register:entry.read',
    )
  })

  test('fails when a module lets a role reveal that needs no second factor', () => {
    expect(() => checkShippedRoles(withRoles({ 'county-leader': ['entry.reveal'] }))).toThrow('second factor')
  })
})
