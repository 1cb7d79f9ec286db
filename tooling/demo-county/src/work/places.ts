import { townNameOf } from '../divisions.js'
import type { DemoPerson } from '../people.js'
import { organisationKey } from './deed.js'

/** The community station of the town that somebody lives in. */
export function stationOf({ village }: DemoPerson): string {
  return organisationKey(`${townNameOf(village.code)}社区康复站`)
}

/** Organisations that the county's work goes through, by their keys. */
export const hospital = organisationKey('示范县人民医院')
export const mentalHospital = organisationKey('示范县精神卫生中心')
export const childCentre = organisationKey('示范县启明儿童康复中心')
export const rehabCentre = organisationKey('示范县同行康复中心')
