import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compileMessages } from './scripts/vite/compile-messages.ts';

export default defineConfig({
  base: './',
  plugins: [compileMessages(), react()],
  build: { target: ['chrome118', 'edge118', 'firefox128', 'safari17'], modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  test: {
    include: ['{src,sandbox,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    maxWorkers: 2,
  },
});
