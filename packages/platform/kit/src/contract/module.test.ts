import { describe, expect, expectTypeOf, it } from 'vitest'
import { owner, pets } from '../testing/pets.js'
import type { ClockOf, DatabaseOf, GuardOf, RowOf } from './index.js'
import {
  choice,
  columnsOf,
  createRegistry,
  defineModule,
  defineRecord,
  fieldMeta,
  inputFields,
  name,
  number,
  pathOf,
  recordPermissions,
  text,
} from './index.js'

describe('a module', () => {
  it('gives its records a place: table, address, permissions', () => {
    const { pet } = pets.records
    expect(pet).toMatchObject({ ref: 'pets.pet', table: 'pets_pet' })
    expect(pathOf(pet)).toBe('/pets/pets')
    expect(recordPermissions(pet)).toEqual(
      expect.arrayContaining(['pets:pet.read', 'pets:pet.reveal', 'pets:pet.see', 'pets:pet.finish']),
    )
    expect(recordPermissions(pet)).not.toContain('pets:pet.leave')
  })

  it('does not compile without a message, and does not run under a bad name', () => {
    const record = defineRecord({
      fields: { name: name() },
      scope: 'global',
      title: 'name',
      list: { columns: ['name'], orders: ['name'] },
    })
    void (() =>
      defineModule({
        id: 'things',
        records: { thing: record },
        // @ts-expect-error the label of `thing.name` is missing
        messages: { 'zh-CN': { title: '物', thing: '物' }, en: { title: 'Things', thing: 'Thing' } },
      }))
    expect(() =>
      defineModule({
        id: 'Bad_Id' as 'bad',
        records: {},
        messages: { 'zh-CN': { title: '坏' }, en: { title: 'Bad' } },
      }),
    ).toThrow('kebab-case')
  })

  it('does not compile without the words of a guard and of a clock', () => {
    const record = defineRecord({
      fields: { state: choice(['new', 'old']) },
      scope: 'global',
      title: 'state',
      list: { columns: ['state'], orders: ['state'] },
      workflow: {
        field: 'state',
        initial: 'new',
        final: ['old'],
        transitions: { age: { from: 'new', to: 'old', guards: ['ripe'] } },
        clocks: { ripening: { runs: ['new'], statutory: { days: 5 } } },
        waits: { new: { owner: 'county', clock: 'ripening', escape: 'age' } },
      },
    })
    const words = {
      title: 'x',
      wine: 'x',
      'wine.state': 'x',
      'wine.state.new': 'x',
      'wine.state.old': 'x',
      'wine.do.age': 'x',
    }
    const said = { ...words, 'wine.guard.ripe': 'x', 'wine.clock.ripening': 'x' }
    void (() => defineModule({ id: 'wines', records: { wine: record }, messages: { 'zh-CN': said, en: said } }))
    void (() =>
      // @ts-expect-error neither `wine.guard.ripe` nor `wine.clock.ripening` is there
      defineModule({ id: 'wines', records: { wine: record }, messages: { 'zh-CN': words, en: words } }))
    expectTypeOf<GuardOf<typeof record>>().toEqualTypeOf<'ripe'>()
    expectTypeOf<ClockOf<typeof record>>().toEqualTypeOf<'ripening'>()
    expectTypeOf<GuardOf<typeof owner>>().toEqualTypeOf<never>()
    expectTypeOf<ClockOf<typeof owner>>().toEqualTypeOf<never>()
  })

  it('does not compile with a wait, an escape or two eyes that name no step', () => {
    const common = {
      fields: { state: choice(['new', 'old']) },
      scope: 'global',
      title: 'state',
      list: { columns: ['state'], orders: ['state'] },
    } as const
    const graph = { field: 'state', initial: 'new', final: ['old'] } as const
    void (() =>
      defineRecord({
        ...common,
        workflow: {
          ...graph,
          transitions: { age: { from: 'new', to: 'old' } },
          // @ts-expect-error there is no step "drink"
          waits: { new: { owner: 'county', clock: null, escape: 'drink' } },
        },
      }))
    void (() =>
      defineRecord({
        ...common,
        workflow: {
          ...graph,
          // @ts-expect-error there is no step "drink"
          transitions: { age: { from: 'new', to: 'old', notBy: ['drink'] } },
          waits: { new: { owner: 'county', clock: null, escape: 'age' } },
        },
      }))
  })

  it('does not compile with a list column, a filter or a title that the record lacks', () => {
    const fields = { name: name() }
    // @ts-expect-error no such column
    void (() => defineRecord({ fields, scope: 'global', title: 'name', list: { columns: ['nmae'], orders: ['name'] } }))
    void (() =>
      // @ts-expect-error no such title
      defineRecord({ fields, scope: 'global', title: 'title', list: { columns: ['name'], orders: ['name'] } }))
  })

  it('types its rows and tables', () => {
    type Owner = RowOf<(typeof pets)['records']['owner']>
    expectTypeOf<Owner['birthDate']>().toEqualTypeOf<string | null>()
    expectTypeOf<Owner['version']>().toEqualTypeOf<number>()
    expectTypeOf<DatabaseOf<typeof pets>['pets_owner']['birth_date']>().toEqualTypeOf<string | null>()
  })

  it('has real columns: sealed ones are bytes, exact ones have a blind index', () => {
    const columns = new Map(columnsOf(pets.records.owner as never).map((column) => [column.name, column]))
    expect(columns.get('id_number')).toMatchObject({ type: 'bytea', isNullable: true })
    expect(columns.get('id_number_key')).toMatchObject({ type: 'text', isNullable: true })
    expect(columns.get('county')).toMatchObject({ type: 'text', isNullable: false })
    expect([...columns.keys()].filter((column) => column === 'division')).toHaveLength(1)
  })

  it('knows who refers to whom, and refuses a reference to nothing', () => {
    const registry = createRegistry([pets])
    expect(registry.referencesTo('pets.owner').map(({ field }) => field)).toEqual(['owner'])
    expect(registry.childrenOf('pets.owner').map(({ record }) => record.ref)).toEqual(['pets.pet'])
    expect(registry.text('pets', 'zh-CN', 'owner.name')).toBe('姓名')
    const lonely = { ...pets, records: { pet: pets.records.pet } }
    expect(() => createRegistry([lonely as never])).toThrow('pets.owner')
  })

  it('keeps computed and workflow fields off its forms', () => {
    expect(inputFields(owner)).not.toContain('score')
    expect(inputFields(pets.records.pet)).toEqual(['owner', 'kind', 'note', 'tags'])
  })

  it('sees the facts of a field through optional(), and refuses a unique field that cannot be looked up', () => {
    expect(fieldMeta(owner, 'idNumber')).toMatchObject({
      kind: 'number',
      privacy: 'S3',
      storage: 'exact',
      isUnique: true,
    })
    expect(() => text({ isUnique: true })).toThrow('exact')
    expect(() => number('phone', { storage: 'sealed', isUnique: true })).toThrow('exact')
  })
})
