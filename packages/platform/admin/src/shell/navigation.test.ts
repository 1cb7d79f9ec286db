import { createRegistry } from '@opendpf/kit'
import { contributeAdmin } from '@opendpf/kit/admin'
import { describe, expect, it } from 'vitest'
import { sampleModule } from '../testing/sample-module.js'
import { navigationOf } from './navigation.js'

const groups = (
  contribution: Parameters<typeof contributeAdmin>[1],
  can: (permission: string) => boolean = () => true,
) =>
  navigationOf({
    registry: createRegistry([sampleModule]),
    contributions: [contributeAdmin(sampleModule, contribution)],
    can,
    locale: 'en',
  }).map(({ id, icon, items }) => ({ id, icon, places: items.map(({ record }) => record?.name) }))

describe('the navigation of a module', () => {
  it('shows the lists that somebody may read', () => {
    const [group] = groups({}, (permission) => permission === 'devices:applicant.read')
    expect(group).toEqual({ id: 'devices', icon: undefined, places: ['applicant'] })
  })

  it('has nothing for who may read none', () => {
    expect(groups({ icon: 'aid' }, () => false)).toEqual([])
  })

  it('puts places into groups, which look like their module unless they say otherwise', () => {
    const of = (icon?: 'bank') => ({ title: 'title', places: ['applicant'], ...(icon ? { icon } : {}) })
    expect(groups({ icon: 'aid', groups: [of()] })).toContainEqual({
      id: 'devices-1',
      icon: 'aid',
      places: ['applicant'],
    })
    expect(groups({ icon: 'aid', groups: [of('bank')] })).toContainEqual({
      id: 'devices-1',
      icon: 'bank',
      places: ['applicant'],
    })
  })
})
