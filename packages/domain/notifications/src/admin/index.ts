export { notificationsAdmin } from './notifications-admin.js'
