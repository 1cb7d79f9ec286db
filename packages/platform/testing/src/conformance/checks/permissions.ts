import type { PlacedRecord } from '@opendpf/kit'
import { allows, covers, permissionFor, personSteps } from '@opendpf/kit'
import type { Check, Report } from '../check.js'
import { addressOf } from '../steps.js'
import type { Subject } from '../subject.js'

/** Nothing without a permission, and no permission that does not exist. */
export const permissionsCheck: Check = {
  name: 'permissions',
  title: 'asks for a permission that exists before it does anything',
  async run(subject, report) {
    const known = new Set(subject.server.platform.registry.permissions)
    checkDeclared(subject, known, report)
    for (const record of subject.records) await checkDerived(record, subject, report)
  },
}

/** `person.merge` is the permission of a record or of the module itself, written without the module; that of another module is written with it. */
function isKnown(module: string, permission: string, known: ReadonlySet<string>): boolean {
  return known.has(permission.includes(':') ? permission : `${module}:${permission}`)
}

function checkDeclared({ module, admin, ownRoutes }: Subject, known: ReadonlySet<string>, report: Report): void {
  for (const { method, path, permission } of ownRoutes) {
    const where = `${method} /${module.id}${path}`
    if (permission === undefined) report(where, 'asks for no permission')
    else if (!isKnown(module.id, permission, known)) report(where, `there is no permission "${permission}"`)
  }
  for (const [role, patterns] of Object.entries(module.roles)) {
    for (const pattern of patterns) {
      if (![...known].some((permission) => covers(`${module.id}:${pattern}`, permission)))
        report(`${module.id} roles.${role}`, `there is no permission "${pattern}"`)
    }
  }
  const shown = [
    ...Object.entries(admin?.pages ?? {}),
    ...Object.values(admin?.panels ?? {}).flatMap((panels) => panels.map((panel) => [panel.title, panel] as const)),
  ]
  for (const [name, { permission }] of shown) {
    if (permission !== undefined && !isKnown(module.id, permission, known))
      report(`${module.id} admin.${name}`, `there is no permission "${permission}"`)
  }
}

/** Every derived route refuses somebody who may do everything else. */
async function checkDerived(record: PlacedRecord, subject: Subject, report: Report): Promise<void> {
  const { server } = subject
  const version = { 'if-match': '"1"' }
  const at = (...parts: readonly string[]): string => addressOf(subject, record, ...parts)
  const requests: readonly (readonly [verb: string, method: string, path: string, body?: unknown])[] = [
    ['read', 'GET', at()],
    ['read', 'POST', at('query'), {}],
    ['read', 'GET', at('x')],
    ['history', 'GET', at('x', 'history')],
    ['history', 'GET', at('x', 'access')],
    ...(record.workflow
      ? ([
          ['read', 'GET', at('x', 'timeline')],
          ['read', 'GET', at('x', 'steps')],
        ] as const)
      : []),
    ['reveal', 'POST', at('x', 'reveal'), { fields: [Object.keys(record.fields)[0]], reason: '核对' }],
    ...(allows(record, 'create')
      ? ([
          ['create', 'POST', at(), {}],
          ['create', 'POST', at('check'), {}],
        ] as const)
      : []),
    ...(allows(record, 'update') ? ([['update', 'PATCH', at('x'), {}]] as const) : []),
    ...(allows(record, 'remove')
      ? ([
          ['remove', 'POST', at('x', 'remove'), {}],
          ['remove', 'POST', at('x', 'restore')],
        ] as const)
      : []),
    ...personSteps(record).flatMap(
      ([verb]) =>
        [
          [verb, 'POST', at('x', 'do', verb), {}],
          [verb, 'POST', at('do', verb, 'bulk'), { rows: [{ id: 'x', version: 1 }] }],
        ] as const,
    ),
  ]
  for (const [verb, method, path, body] of requests) {
    const without = server.platform.registry.permissions.filter(
      (permission) => permission !== permissionFor(record, verb),
    )
    const { status } = await server.as({ id: 'restricted', may: without })(method, path, body, version)
    if (status !== 403) report(`${method} ${path}`, `answers ${status} to somebody who may not "${verb}"`)
  }
}
