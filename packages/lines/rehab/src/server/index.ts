export { setDemoChildAid } from './child-aid/demo-ceilings.js'
export { rehabServer } from './rehab-server.js'
