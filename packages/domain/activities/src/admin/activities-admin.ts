import { contributeAdmin } from '@opendpf/kit/admin'
import { activities } from '../contract/index.js'

/** The admin half of the engine of activities: signing in, beside the lists and pages that are derived. */
export const activitiesAdmin = contributeAdmin(activities, {
  icon: 'calendar',
  pages: {
    signIn: {
      title: 'page.signIn',
      permission: 'activity.signIn',
      component: async () => ({ default: (await import('./sign-in-page.js')).SignInPage }),
    },
  },
})
