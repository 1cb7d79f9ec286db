import { defineConfig } from '@playwright/test'
import { findBrowser } from './src/run/find-browser.js'

const executablePath = findBrowser()

/** Chromium against the built server with the demo county; see README.md. */
export default defineConfig({
  testDir: 'src',
  outputDir: 'test-results',
  globalSetup: './src/run/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  // a busy machine may be late once; what passes only when repeated is named at the end
  retries: process.env.CI === 'true' ? 1 : 0,
  forbidOnly: process.env.CI === 'true',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./src/run/last-line-reporter.ts']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 10_000,
    reducedMotion: 'reduce',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'sign-in', testMatch: '**/sign-in.setup.ts' },
    { name: 'samples', testMatch: '**/samples.setup.ts', dependencies: ['sign-in'] },
    { name: 'rest', testMatch: '**/rest.setup.ts', dependencies: ['samples'] },
    { name: 'product', testMatch: '**/*.spec.ts', dependencies: ['rest'] },
  ],
})
