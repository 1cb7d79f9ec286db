import { type Declarations, eligibility } from '@opendpf/eligibility'
import { pairingDeclarations } from './aid/pairing-rules.js'
import { hospitalDeclarations } from './hospital/hospital-rules.js'
import { localDeclarations } from './local/local-subsidies.js'
import { certificateBenefits } from './passes/certificate-benefits.js'
import { premiumDeclarations } from './premiums/premiums.js'
import { reliefDeclarations } from './relief/temporary-relief.js'
import { subsidies } from './subsidies.js'
import { fuelDeclarations } from './vehicles/wheelchair-fuel.js'

const kinds = ['facts', 'parameters', 'predicates', 'schemes'] as const

/**
 * Makes one of the declarations of several ideas.
 *
 * @throws Error for a name that two of them give: the later one would take the place of the other unseen
 */
export function joinDeclarations(...parts: readonly Declarations[]): Declarations {
  const joined = Object.fromEntries(
    kinds.map((kind) => {
      const entries = parts.flatMap((part) => Object.entries(part[kind] ?? {}))
      const names = entries.map(([name]) => name)
      const twice = names.find((name, at) => names.indexOf(name) < at)
      if (twice !== undefined) throw new Error(`two parts of a line declare "${twice}" among their ${kind}`)
      return [kind, Object.fromEntries(entries)]
    }),
  )
  return eligibility(joined as Declarations)
}

/** What the line tells the rules of eligibility. */
export const povertyReliefRules = joinDeclarations(
  subsidies,
  reliefDeclarations,
  localDeclarations,
  premiumDeclarations,
  fuelDeclarations,
  certificateBenefits,
  hospitalDeclarations,
  pairingDeclarations,
)
