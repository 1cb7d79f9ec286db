import { Loading, Notice, ProblemNotice, useAdmin, useApi, useLocale, useModuleText } from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { access } from '../contract/index.js'
import { permissionTitle } from './permission-titles.js'

/** On a role's page: what it comes to in this deployment, spelled out. */
export function PermissionsPanel({ id, version }: { readonly id: string; readonly version: number }) {
  const api = useApi()
  const { registry } = useAdmin()
  const locale = useLocale()
  const say = useModuleText(access.id)
  const { data, error } = useQuery({
    queryKey: ['access', 'role-permissions', id, version],
    queryFn: () =>
      api.get<{ readonly permissions: readonly string[]; readonly needsSecondFactor: boolean }>(
        `/access/roles/${id}/permissions`,
      ),
  })
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Loading lines={4} />
  const groups = registry.modules
    .map(({ id: module }) => ({
      module,
      held: data.permissions.filter((permission) => permission.startsWith(`${module}:`)),
    }))
    .filter(({ held }) => held.length > 0)
  return (
    <>
      {data.needsSecondFactor && <Notice>{say('permissions.secondFactor')}</Notice>}
      {groups.length === 0 && <p>{say('permissions.none')}</p>}
      {groups.map(({ module, held }) => (
        <section key={module}>
          <h3>{registry.text(module, locale, 'title')}</h3>
          <ul>
            {held.map((permission) => (
              <li key={permission}>{permissionTitle(registry, locale, permission)}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
