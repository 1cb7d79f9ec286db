import { useAdmin, useCan } from '@opendpf/admin'
import { useMemo } from 'react'
import { catalogueOf, type Indicator, permissionsOf } from '../contract/index.js'

/** The indicators whose rows the signed-in person may read, by their names; what they say is declared, so nothing is asked. */
export function useCatalogue(): ReadonlyMap<string, Indicator> {
  const { registry } = useAdmin()
  const can = useCan()
  return useMemo(() => {
    const catalogue = catalogueOf(registry)
    return new Map([...catalogue].filter(([, one]) => permissionsOf(catalogue, one).every(can)))
  }, [registry, can])
}
