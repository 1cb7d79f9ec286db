import { certificatesServer } from '@opendpf/certificates/server'
import { personsServer } from '@opendpf/persons/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Desk, openDesk, type Person, planFile, rowsOf, runFile } from './desk.js'

let desk: Desk
let clerk: Person

beforeAll(async () => {
  desk = await openDesk([personsServer, certificatesServer])
  clerk = desk.as({ id: 'clerk', name: '小李' })
})
afterAll(() => desk.stop())

const kind = 'certificates.roster'

describe('the column 是否低保', () => {
  const numbers = ['990121197404060084', '990121197404060105']
  let idNumber = ''
  // one person for each test
  beforeEach(() => {
    idNumber = numbers.pop() ?? idNumber
  })
  const list = (said: string) => `姓名,身份证号,乡镇,村,是否低保\n陈七,${idNumber},石桥镇,上河村,${said}`
  const bring = async (said: string, date: string) => {
    const planned = await planFile(clerk, { kind, content: list(said), date })
    const changes = (await rowsOf(clerk, planned.id, 'changes')).flatMap((row) => row.changes)
    const warnings = (await rowsOf(clerk, planned.id, 'warnings')).flatMap((row) =>
      row.warnings.map(({ code }) => code),
    )
    if (planned.row.creates + planned.row.updates > 0) await runFile(clerk, planned.id)
    return {
      id: planned.id,
      row: planned.row,
      warnings,
      said: changes.filter((change) => 'label' in change && change.label === '是否低保'),
    }
  }
  const periods = () =>
    desk.server.write(async ({ read, registry }) => {
      const [person] =
        (await read.byExact(registry.record('persons.person'), 'idNumber', [idNumber])).get(idNumber) ?? []
      const rows = await read.many(registry.record('persons.status'), { person: person?.id ?? '' })
      return rows.map(({ kind: what, since, until, source }) => [what, since, until, source])
    })
  const undo = async (id: string) => {
    const asked = await clerk.call('POST', `/system/imports/${id}/undo`)
    expect(await clerk.done(asked.body.job)).toMatchObject({ state: 'done' })
  }

  test('begins a period with the day of the list, ends it with that of a later one, and both are taken back', async () => {
    const yes = await bring('是', '2026-01-10')
    expect(yes.said).toEqual([
      { field: 'status.isOnAllowance', label: '是否低保', before: null, after: '2026-01-10 –' },
    ])
    expect(await periods()).toEqual([['allowance', '2026-01-10', null, 'import']])
    // the same again, and an empty cell, say nothing new
    expect((await bring('是', '2026-02-10')).row).toMatchObject({ unchanged: 1, updates: 0 })
    expect((await bring('', '2026-02-10')).row).toMatchObject({ unchanged: 1, updates: 0 })
    const no = await bring('否', '2026-03-31')
    expect(no.said).toEqual([
      { field: 'status.isOnAllowance', label: '是否低保', before: '2026-01-10 –', after: '2026-01-10 – 2026-03-31' },
    ])
    expect(await periods()).toEqual([['allowance', '2026-01-10', '2026-03-31', 'import']])
    expect((await bring('否', '2026-04-10')).row).toMatchObject({ unchanged: 1 })
    await undo(no.id)
    expect(await periods()).toEqual([['allowance', '2026-01-10', null, 'import']])
    await clerk.call('POST', `/system/imports/${yes.id}/undo`)
    expect(await periods()).toEqual([['allowance', '2026-01-10', null, 'import']])
    const [other] = numbers
    idNumber = other ?? ''
    const mistaken = await bring('是', '2026-01-10')
    expect(await periods()).toHaveLength(1)
    await undo(mistaken.id)
    expect(await periods()).toEqual([])
  })

  test('leaves alone what began after the list; a later list may begin a second period', async () => {
    await bring('是', '2026-05-01')
    const older = await bring('是', '2026-04-01')
    expect([older.row, older.warnings]).toMatchObject([{ unchanged: 1, problems: 0 }, ['markEarlier']])
    await bring('否', '2026-06-01')
    await bring('是', '2026-06-15')
    expect((await periods()).toSorted()).toEqual([
      ['allowance', '2026-05-01', '2026-06-01', 'import'],
      ['allowance', '2026-06-15', null, 'import'],
    ])
  })

  test('says of whom it speaks, understands what is written, and is of a day that has come', async () => {
    const alone = await planFile(clerk, {
      kind,
      content: '姓名,身份证号,残疾人证号,是否低保\n,,99012119740406008441,是',
    })
    expect(alone.row).toMatchObject({ problems: 1 })
    const strange = await planFile(clerk, { kind, content: list('大概') })
    const [refused] = await rowsOf(clerk, strange.id, 'problems')
    expect(refused?.problems).toMatchObject([{ heading: '是否低保', code: 'YES_NO_UNKNOWN' }])
    const ahead = await clerk.call('POST', `/system/imports/${strange.id}/plan`, {
      ...strange.plan,
      defaults: { date: '2099-01-01' },
    })
    expect([ahead.status, ahead.body.errors]).toMatchObject([422, [{ path: 'defaults.date', code: 'listDateAhead' }]])
  })

  test('asks for the permission to import what it writes', async () => {
    const { body } = await desk
      .as({
        id: 'no-status',
        may: ['system:import.read', 'persons:person.import', 'certificates:certificate.import'],
      })
      .call('GET', '/system/import-kinds')
    expect(body.kinds.map(({ id }: { id: string }) => id)).not.toContain(kind)
  })
})
