// `ng serve` against the gateway of a running stack: TALL_ORIGIN=https://127.0.0.1:20043 npx ng serve
export default {
  '/api': { target: process.env['TALL_ORIGIN'] ?? 'https://127.0.0.1:20043', secure: false, changeOrigin: true },
};
