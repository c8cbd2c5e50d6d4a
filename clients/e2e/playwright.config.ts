import { defineConfig } from '@playwright/test';

const origin = process.env['TALL_ORIGIN'] ?? process.env['TALL_TEST_GATEWAY_URL'];
if (!origin) throw new Error('TALL_ORIGIN says where the gateway is: https://127.0.0.1:24043');

export default defineConfig({
  outputDir: 'results',
  forbidOnly: true,
  // The machine is small, and codes of an authenticator app hold once.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: origin,
    // The school's: elsewhere a week is there an hour or more before its first day is.
    timezoneId: 'Europe/Amsterdam',
    ignoreHTTPSErrors: true,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['TALL_CHROMIUM'] ?? '/usr/bin/chromium',
      // A service worker is installed from a certificate that the browser itself takes, whatever a page was allowed.
      args: ['--ignore-certificate-errors', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  projects: [
    // What is pretended there is not asked of a service worker.
    { name: 'screens', testDir: 'screens', retries: 1, use: { serviceWorkers: 'block' } },
    // Once more, and told as flaky, like the journeys in Rust; screens too.
    { name: 'journeys', testDir: 'journeys', retries: 1 },
    // Brings its own server; prints, and fails at nothing that depends on the machine.
    { name: 'measure', testDir: 'measure' },
  ],
});
