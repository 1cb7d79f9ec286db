export { rehabNeeds } from './client/service.js'
export { rehab } from './rehab.js'
export { poorStatuses } from './shared/economy.js'
export { kindOfItem, serviceItems, serviceKinds } from './shared/service-items.js'
