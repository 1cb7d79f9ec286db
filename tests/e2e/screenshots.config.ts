import type { PlaywrightTestConfig } from '@playwright/test'
import base from './playwright.config.js'

/** Takes the pictures of the documentation anew; run by hand when the look has changed. */
const config: PlaywrightTestConfig = {
  ...base,
  // not by defineConfig, which would add these to the projects of the tests
  projects: [
    { name: 'sign-in', testMatch: '**/sign-in.setup.ts' },
    { name: 'screenshots', testMatch: '**/screenshots.ts', dependencies: ['sign-in'] },
  ],
}

export default config
