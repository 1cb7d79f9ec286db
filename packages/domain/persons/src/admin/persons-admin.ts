import { contributeAdmin } from '@opendpf/kit/admin'
import { persons } from '../contract/index.js'
import { rulesWidget } from './rules-widget.js'

/** The admin half of the register: duplicates to review, merging and its undoing, household operations. */
export const personsAdmin = contributeAdmin(persons, {
  icon: 'user',
  pages: {
    duplicates: {
      title: 'page.duplicates',
      permission: 'duplicate.decide',
      component: async () => ({ default: (await import('./duplicates-page.js')).DuplicatesPage }),
    },
    compare: {
      title: 'page.compare',
      permission: 'duplicate.read',
      isListed: false,
      component: async () => ({ default: (await import('./compare/compare-page.js')).ComparePage }),
    },
  },
  panels: {
    person: [
      {
        title: 'panel.find',
        permission: 'person.merge',
        component: async () => ({ default: (await import('./find-panel.js')).FindPanel }),
      },
    ],
    household: [
      {
        title: 'panel.arrange',
        component: async () => ({ default: (await import('./household/household-panel.js')).HouseholdPanel }),
      },
    ],
    merge: [
      {
        title: 'panel.undo',
        permission: 'person.merge',
        component: async () => ({ default: (await import('./undo-panel.js')).UndoPanel }),
      },
    ],
  },
  widgets: { 'duplicate.rules': rulesWidget },
})
