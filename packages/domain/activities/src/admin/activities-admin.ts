import { contributeAdmin } from '@opendpf/kit/admin'
import { activities } from '../contract/index.js'

/** The admin half of the engine of activities: signing in, beside the lists and pages that are derived. */
export const activitiesAdmin = contributeAdmin(activities, {
  icon: 'calendar',
  home: {
    occasions: {
      permission: 'activity.create',
      component: async () => ({ default: (await import('./coming-occasions.js')).ComingOccasions }),
    },
  },
  pages: {
    occasions: {
      title: 'page.occasions',
      permission: 'activity.read',
      component: async () => ({ default: (await import('./occasions-page.js')).OccasionsPage }),
    },
    signIn: {
      title: 'page.signIn',
      permission: 'activity.signIn',
      component: async () => ({ default: (await import('./sign-in-page.js')).SignInPage }),
    },
  },
})
