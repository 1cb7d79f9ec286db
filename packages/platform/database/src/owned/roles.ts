import type { Client } from 'pg'

/** Who connects: the owner of the server (superuser), the migrating role that owns the tables, or the application. */
export type DatabaseRole = 'owner' | 'migrator' | 'app'

/** The bootstrap superuser. */
export const ownerRole = 'opendpf_owner'
/** The role that runs migrations and owns the schema. */
export const migratorRole = 'opendpf_migrator'
/** The role the running application uses: it may not change the schema. */
export const appRole = 'opendpf_app'
/**
 * What the application puts on for each request: a role that sees one county, town or village, or everything. Row security is
 * written for these; the application's own role sees no row, so that forgetting to put one on shows nothing.
 */
export const sightRoles = ['opendpf_see_all', 'opendpf_see_county', 'opendpf_see_town', 'opendpf_see_village'] as const
/** What is put on for somebody without an account: it sees what records declare to be public, and no other table. */
export const publicRole = 'opendpf_see_public'

/**
 * What each role may do. The migrating role inherits the ownership of its database; the application inherits nothing, so
 * that it sees only what it puts on.
 */
export const roleDefinitions: readonly {
  readonly name: string
  readonly login: boolean
  readonly attributes: string
}[] = [
  { name: migratorRole, login: true, attributes: 'login nosuperuser nocreatedb nocreaterole' },
  { name: appRole, login: true, attributes: 'login noinherit nosuperuser nocreatedb nocreaterole' },
  ...[...sightRoles, publicRole].map((name) => ({
    name,
    login: false,
    attributes: 'nologin nosuperuser nocreatedb nocreaterole',
  })),
]

/** The deployment's database. */
export const databaseName = 'opendpf'

/** The name of the PostgreSQL role. */
export function roleName(role: DatabaseRole): string {
  return { owner: ownerRole, migrator: migratorRole, app: appRole }[role]
}

/** Makes the roles and the database where they are missing; changes nothing that is there. */
export async function ensureRolesAndDatabase(owner: Client, password: string | undefined): Promise<void> {
  const { rows } = await owner.query<{ name: string; guarded: boolean }>(
    `select rolname as name, true as guarded from pg_roles where rolname like 'opendpf_%'
     union all select datname, datacl is not null from pg_database where datname = '${databaseName}'`,
  )
  const present = new Set(rows.map((row) => row.name))
  for (const role of roleDefinitions.filter(({ name }) => !present.has(name))) {
    const secret = role.login && password !== undefined ? ` password ${owner.escapeLiteral(password)}` : ''
    await owner.query(`create role ${role.name} ${role.attributes}${secret}`)
    if (!role.login) await owner.query(`grant ${role.name} to ${appRole}`)
  }
  if (!present.has(databaseName)) await createDatabase(owner, databaseName)
  // a start that was cut off between making and guarding it
  else if (rows.some((row) => !row.guarded)) await guardDatabase(owner, databaseName)
}

/** Makes an empty database that the migrating role owns and only our roles may enter. */
export async function createDatabase(owner: Client, name: string, template?: string): Promise<void> {
  const from = template === undefined ? '' : ` template ${owner.escapeIdentifier(template)}`
  await owner.query(`create database ${owner.escapeIdentifier(name)} owner ${migratorRole}${from}`)
  await guardDatabase(owner, name)
}

async function guardDatabase(owner: Client, name: string): Promise<void> {
  const database = owner.escapeIdentifier(name)
  await owner.query(`revoke all on database ${database} from public`)
  await owner.query(`grant connect, temporary on database ${database} to ${appRole}`)
}
