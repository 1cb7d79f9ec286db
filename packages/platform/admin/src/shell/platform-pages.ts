/** Pages that belong to no module, in the order of the navigation, and the permission that opens each. */
export const platformPages = [
  { href: '/deadlines', label: 'nav.deadlines', permission: 'system:deadline.read' },
  { href: '/imports', label: 'nav.imports', permission: 'system:import.read' },
  { href: '/exports', label: 'nav.exports', permission: 'system:export.read' },
  { href: '/jobs', label: 'nav.jobs', permission: 'system:job.read' },
  { href: '/deliveries', label: 'nav.deliveries', permission: 'system:webhook.read' },
  { href: '/audit', label: 'nav.audit', permission: 'system:audit.read' },
] as const

/** What one must be allowed to open this address, as far as it is a page of the platform; its modules' pages ask themselves. */
export function permissionOfPage(path: string): string | undefined {
  return platformPages.find(({ href }) => path === href || path.startsWith(`${href}/`))?.permission
}
