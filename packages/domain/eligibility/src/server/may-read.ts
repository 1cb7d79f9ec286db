import { OpenDpfError } from '@opendpf/errors'

/**
 * What is told of subjects is told to those who may read them.
 *
 * @throws OpenDpfError `permission-denied` that names the permission
 */
export function mayRead(permissions: ReadonlySet<string>, of: string): void {
  const [module, record] = of.split('.')
  const needed = `${module}:${record}.read`
  if (!permissions.has(needed)) throw new OpenDpfError('permission-denied', { params: { needed } })
}
