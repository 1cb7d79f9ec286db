import { defineConfig } from '@playwright/test'
import base from './playwright.config.js'

/** Takes the pictures of the documentation anew; run by hand when the look has changed. */
export default defineConfig(base, {
  projects: [
    { name: 'sign-in', testMatch: '**/sign-in.setup.ts' },
    { name: 'screenshots', testMatch: '**/screenshots.ts', dependencies: ['sign-in'] },
  ],
})
