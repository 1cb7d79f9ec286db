import { visits, visitsServer } from '@opendpf/fixtures'
import { contributeAdmin } from '@opendpf/kit/admin'
import { checkConformance } from '@opendpf/testing'
import { expect, it } from 'vitest'

const component = async () => ({ default: () => null })

it('the pages of a module name records, fields, permissions and words that exist', { timeout: 120_000 }, async () => {
  const admin = contributeAdmin(visits, {
    pages: {
      map: { title: 'page.map', permission: 'visit.fly', component },
      sound: { title: 'title', permission: 'visit.read', component },
    },
    panels: { guest: [{ title: 'title', component }], visit: [{ title: 'panel.route', component }] },
    widgets: { 'visit.weather': { input: component, show: String } },
    hidden: ['guest'],
  })
  const findings = await checkConformance(visitsServer, { admin })
  const said = findings.map(({ check, where, problem }) => `${check}: ${where} ${problem}`)
  expect(said.toSorted()).toEqual(
    [
      'messages: visits page.map has no Chinese words',
      'messages: visits page.map has no English words',
      'messages: visits panel.route has no Chinese words',
      'messages: visits panel.route has no English words',
      'names: visits admin.hidden there is no record "guest"',
      'names: visits panels.guest there is no such record',
      'names: visits widgets.visit.weather there is no such field',
      'permissions: visits admin.map there is no permission "visit.fly"',
    ].toSorted(),
  )
})
