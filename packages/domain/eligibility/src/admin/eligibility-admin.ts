import { contributeAdmin } from '@opendpf/kit/admin'
import { eligibilityModule } from '../contract/index.js'
import { valueWidget } from './value-widget.js'

/** The admin half of the engine: who qualifies, why, and what a change would do. */
export const eligibilityAdmin = contributeAdmin(eligibilityModule, {
  icon: 'checklist',
  pages: {
    population: {
      title: 'page.population',
      permission: 'scheme.list',
      component: async () => ({ default: (await import('./population-page.js')).PopulationPage }),
    },
  },
  panels: {
    'persons.person': [
      {
        title: 'panel.qualifies',
        permission: 'scheme.explain',
        component: async () => ({ default: (await import('./qualifies-panel.js')).QualifiesPanel }),
      },
    ],
    parameter: [
      {
        title: 'panel.simulation',
        permission: 'scheme.simulate',
        component: async () => ({ default: (await import('./simulation-panel.js')).SimulationPanel }),
      },
    ],
  },
  widgets: { 'parameter.value': valueWidget },
})
