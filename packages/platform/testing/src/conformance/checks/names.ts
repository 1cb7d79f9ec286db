import type { Check } from '../check.js'

import { isPlatformTable } from '../platform-tables.js'

/** Names that others rely on: the module's id, its tables, the order of its migrations, what its parts name. */
export const namesCheck: Check = {
  name: 'names',
  title: 'keeps to the names of a module: id, tables, migrations, and parts that exist',
  async run(subject, report) {
    const { module, implementation, admin } = subject
    if (!/^[a-z]+(-[a-z]+)*$/.test(module.id)) report(module.id, 'a module id is kebab-case')
    Object.keys(implementation.migrations)
      .sort()
      .forEach((name, index) => {
        const number = String(index + 1).padStart(4, '0')
        if (!new RegExp(`^${number}_[a-z0-9_]+$`).test(name))
          report(`${module.id}/${name}`, `migrations are numbered without a gap: ${number}_<what>`)
      })
    for (const [part, names] of Object.entries({ hooks: implementation.hooks, panels: admin?.panels })) {
      for (const name of Object.keys(names ?? {}))
        if (!(name in module.records) && !(part === 'panels' && subject.server.platform.registry.records.has(name)))
          report(`${module.id} ${part}.${name}`, 'there is no such record')
    }
    for (const name of admin?.hidden ?? [])
      if (!(name in module.records)) report(`${module.id} admin.hidden`, `there is no record "${name}"`)
    const places = new Set([module.records, admin?.desks, admin?.pages].flatMap((part) => Object.keys(part ?? {})))
    for (const { title, places: named } of admin?.groups ?? [])
      for (const name of named)
        if (!places.has(name)) report(`${module.id} admin.groups ${title}`, `there is no place "${name}"`)
    for (const path of Object.keys(admin?.widgets ?? {})) {
      const [record = '', field = ''] = path.split('.')
      if (!Object.hasOwn(module.records[record]?.fields ?? {}, field))
        report(`${module.id} widgets.${path}`, 'there is no such field')
    }
    for (const record of subject.records) {
      for (const { title, fields } of record.sections ?? []) {
        for (const field of fields)
          if (!Object.hasOwn(record.fields, field)) report(`${record.ref} ${title}`, `there is no field "${field}"`)
      }
    }
    await checkTables(subject, report)
  },
}

const checkTables: Check['run'] = async ({ module, server }, report) => {
  const prefixes = server.platform.registry.modules.map(({ id }) => `${id.replaceAll('-', '_')}_`)
  const rows = await server.connect('migrator', (client) =>
    client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`),
  )
  for (const { name } of rows.rows) {
    if (!isPlatformTable(name) && !prefixes.some((prefix) => name.startsWith(prefix)))
      report(module.id, `the table ${name} does not begin with the module's name`)
  }
}
