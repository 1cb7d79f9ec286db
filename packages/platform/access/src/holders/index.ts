export { type FindHolders, type Holder, readHolders } from './read-holders.js'
