import { contributeAdmin } from '@opendpf/kit/admin'
import { access } from '../contract/index.js'
import { patternsWidget } from './patterns-widget.js'

/** The admin half: what stands beside a user, a role and a key, and how permissions are chosen. */
export const accessAdmin = contributeAdmin(access, {
  icon: 'lock',
  panels: {
    user: [
      {
        title: 'panel.signIn',
        permission: 'user.read',
        component: async () => ({ default: (await import('./sign-in-panel.js')).SignInPanel }),
      },
    ],
    role: [
      {
        title: 'panel.permissions',
        permission: 'role.read',
        component: async () => ({ default: (await import('./permissions-panel.js')).PermissionsPanel }),
      },
    ],
    apiKey: [
      {
        title: 'panel.key',
        permission: 'apiKey.read',
        component: async () => ({ default: (await import('./key-panel.js')).KeyPanel }),
      },
    ],
  },
  widgets: { 'role.permissions': patternsWidget, 'apiKey.permissions': patternsWidget },
})
