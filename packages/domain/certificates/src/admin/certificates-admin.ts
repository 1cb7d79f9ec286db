import { contributeAdmin } from '@opendpf/kit/admin'
import { certificates } from '../contract/index.js'
import { componentsWidget } from './components-widget.js'

/** The admin half of the register of certificates. */
export const certificatesAdmin = contributeAdmin(certificates, {
  widgets: { 'certificate.components': componentsWidget },
})
