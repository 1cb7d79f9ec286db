import { AdminApp, languageKey, startPreferences } from '@opendpf/admin'
import '@opendpf/admin/styles.css'
import { negotiateLocale } from '@opendpf/messages'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { contributions } from './modules.js'

startPreferences()
const root = document.getElementById('root')
if (!root) throw new Error('the page has no element "root"')
createRoot(root).render(
  <StrictMode>
    <AdminApp contributions={contributions} locale={negotiateLocale(localStorage.getItem(languageKey))} />
  </StrictMode>,
)
