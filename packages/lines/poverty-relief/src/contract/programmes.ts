import { localProgrammes } from './local/local-programmes.js'
import { passProgrammes } from './passes/certificate-benefits.js'
import { premiumProgrammes } from './premiums/premiums.js'
import { reliefProgrammes } from './relief/temporary-relief.js'
import { subsidyProgrammes } from './subsidy-programmes.js'
import { fuelProgrammes } from './vehicles/wheelchair-fuel.js'

/** Everything that the line grants. */
export const povertyReliefProgrammes = {
  ...subsidyProgrammes,
  ...reliefProgrammes,
  ...localProgrammes,
  ...premiumProgrammes,
  ...fuelProgrammes,
  ...passProgrammes,
} as const
