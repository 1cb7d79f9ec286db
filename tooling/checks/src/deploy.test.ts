import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@opendpf/bootstrap/workspace'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readUnit } from './systemd-unit.js'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const dockerfile = read('Dockerfile')
const compose = parse(read('compose.yaml'))
const unit = readUnit(read('apps/server/deploy/opendpf.service'))
const roles = read('apps/server/deploy/postgres/roles.psql')

/** The instructions of the image that is run, the last stage. */
const lastStage =
  dockerfile
    .replaceAll(/\\\n\s*/g, ' ')
    .split(/^FROM /m)
    .at(-1)
    ?.split('\n') ?? []

test('the Dockerfile has no mistake that its linter knows', () => {
  expect(validate(dockerfile)).toEqual([])
  expect(validate(dockerfile.replace('WORKDIR', 'WORKDRI'))).not.toEqual([])
})

test('the image runs as an unprivileged user and keeps data in a volume', () => {
  const user = lastStage.find((line) => line.startsWith('USER '))
  expect(user).toBe('USER opendpf')
  expect(lastStage.join('\n')).toMatch(/useradd --system --uid [1-9]\d+ .* opendpf /)
  const data = lastStage.join('\n').match(/OPENDPF_DATA=(\S+)/)?.[1]
  expect(lastStage).toContain(`VOLUME ${data}`)
})

test('the image asks the server for its health and speaks of the port it opens', () => {
  const health = lastStage.find((line) => line.startsWith('HEALTHCHECK '))
  expect(health).toContain('/api/health')
  const port = lastStage.join('\n').match(/OPENDPF_PORT=(\d+)/)?.[1]
  expect(lastStage).toContain(`EXPOSE ${port}`)
})

test('the image is built by the package manager and on the Node that the project pins', () => {
  const { packageManager, devDependencies } = JSON.parse(read('package.json'))
  const named = dockerfile.match(/pnpm@\d+\.\d+\.\d+/g)
  expect(new Set(named)).toEqual(new Set([packageManager]))
  const images = [...dockerfile.matchAll(/^FROM node:(\d+)-/gm)].map((match) => match[1])
  expect(new Set(images)).toEqual(new Set([devDependencies.node.split('.')[0]]))
})

test('compose starts the server when the database is healthy, with both roles', () => {
  const { server, database } = compose.services
  expect(server.depends_on.database.condition).toBe('service_healthy')
  expect(database.healthcheck.test).toContain('pg_isready')
  expect(server.environment.DATABASE_URL).toMatch(/^postgres:\/\/opendpf_app:.*@database\/opendpf$/)
  expect(server.environment.DATABASE_MIGRATOR_URL).toMatch(/^postgres:\/\/opendpf_migrator:.*@database\/opendpf$/)
})

test('compose demands a password, keeps both kinds of data and opens no port to the network', () => {
  const { server, database } = compose.services
  expect(database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{OPENDPF_DATABASE_PASSWORD:\?/)
  expect(Object.keys(compose.volumes).sort()).toEqual(['data', 'database'])
  expect([...server.volumes, ...database.volumes].join(' ')).toMatch(
    /data:\/var\/lib\/opendpf .*database:\/var\/lib\/postgresql/,
  )
  expect(server.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)])
  expect(database.ports).toBeUndefined()
})

test('compose takes from the server what it does not need', () => {
  const { server } = compose.services
  expect(server).toMatchObject({ init: true, read_only: true, cap_drop: ['ALL'] })
  expect(server.security_opt).toContain('no-new-privileges:true')
})

test('a database of the county gets the same roles as one that is owned', async () => {
  const { appRole, databaseName, migratorRole, publicRole, sightRoles } = await import('@opendpf/database/owned')
  const made = [...roles.matchAll(/^create role (\w+)/gm)].map((match) => match[1])
  expect(made.sort()).toEqual([appRole, migratorRole, publicRole, ...sightRoles].sort())
  expect(roles).toContain(`create database ${databaseName} owner ${migratorRole}`)
  expect(roles).toContain(`grant ${[...sightRoles, publicRole].join(', ')} to ${appRole}`)
  expect(roles).toMatch(new RegExp(`create role ${appRole} login noinherit nosuperuser`))
})

test('the systemd unit runs the pinned Node as an unprivileged user on its own state directory', () => {
  expect(unit.one('Service', 'ExecStart')).toBe(
    '/opt/opendpf/node_modules/node/bin/node apps/server/dist/main.js serve',
  )
  expect(unit.one('Service', 'WorkingDirectory')).toBe('/opt/opendpf')
  expect(unit.one('Service', 'User')).toBe('opendpf')
  expect(unit.all('Service', 'Environment')).toContain(`OPENDPF_DATA=/var/lib/${unit.one('Service', 'StateDirectory')}`)
  expect(unit.one('Install', 'WantedBy')).toBe('multi-user.target')
})

test('a key that systemd would ignore is refused', () => {
  expect(() => readUnit('[Service]\nProtectHomes=yes\n')).toThrow('ProtectHomes')
  expect(() => readUnit('[Service]\nUser=a\nUser=b\n').one('Service', 'User')).toThrow('2 times')
})

test('the systemd unit gives up every right it can', () => {
  for (const key of ['NoNewPrivileges', 'PrivateDevices', 'PrivateTmp', 'ProtectHome', 'RestrictSUIDSGID']) {
    expect(unit.one('Service', key), key).toBe('yes')
  }
  expect(unit.one('Service', 'CapabilityBoundingSet')).toBe('')
  expect(unit.one('Service', 'ProtectSystem')).toBe('strict')
  // V8 compiles while it runs
  expect(unit.all('Service', 'MemoryDenyWriteExecute')).toEqual([])
})
