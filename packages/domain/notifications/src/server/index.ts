export { notificationsServer } from './notifications-server.js'
