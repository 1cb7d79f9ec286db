import { adminMessages, plainWidget } from '@opendpf/admin'
import type { PlacedRecord } from '@opendpf/kit'
import { createRegistry, fieldsOf } from '@opendpf/kit'
import { locales } from '@opendpf/messages'
import { describe, expect, it } from 'vitest'
import { contributions } from './modules.js'

const registry = createRegistry(contributions.map((one) => one.module))
const records = [...registry.records.values()]

/** Every text that the derived pages ask a module for. */
function keysOf(record: PlacedRecord): readonly string[] {
  return [
    record.name,
    ...fieldsOf(record).flatMap(({ name, meta }) => [
      `${record.name}.${name}`,
      ...(meta.choices ?? []).map((value) => `${record.name}.${name}.${value}`),
    ]),
    ...(record.sections ?? []).map((section) => section.title),
    ...Object.keys(record.workflow?.transitions ?? {}).map((verb) => `${record.name}.do.${verb}`),
  ]
}

describe('the modules of the app', () => {
  it.each(locales)('have every text their pages ask for, in %s', (locale) => {
    const missing = [
      ...records.flatMap((record) =>
        keysOf(record)
          .filter((key) => registry.module(record.module).messages[locale][key] === undefined)
          .map((key) => `${record.module}: ${key}`),
      ),
      ...contributions.flatMap(({ module, pages = {}, panels = {} }) =>
        [...Object.values(pages), ...Object.values(panels).flat()]
          .map(({ title }) => title)
          .filter((title) => module.messages[locale][title] === undefined)
          .map((title) => `${module.id}: ${title}`),
      ),
    ]
    expect(missing).toEqual([])
    expect(Object.keys(adminMessages[locale]).length).toBeGreaterThan(200)
  })

  it('contribute panels and widgets only to records and fields they have', () => {
    for (const { module, panels = {}, widgets = {}, hidden = [] } of contributions) {
      for (const name of hidden) expect(module.records).toHaveProperty(name)
      // a panel on the page of another module's record is named with that module
      for (const name of Object.keys(panels))
        expect(registry.records.has(name.includes('.') ? name : `${module.id}.${name}`), name).toBe(true)
      for (const place of Object.keys(widgets)) {
        const [name = '', field = ''] = place.split('.')
        expect(module.records[name]?.fields).toHaveProperty(field)
      }
    }
  })

  it('give every structure that is more than a list of texts a widget of its own', () => {
    const structures = records.flatMap((record) =>
      fieldsOf(record)
        .filter(({ name, meta }) => meta.kind === 'data' && !meta.isDerived && !plainWidget(record.fields[name]))
        .map(({ name }) => `${record.ref}.${name}`),
    )
    const drawn = contributions.flatMap(({ module, widgets = {} }) =>
      Object.keys(widgets).map((place) => `${module.id}.${place}`),
    )
    expect(structures.filter((place) => !drawn.includes(place))).toEqual([])
  })
})
