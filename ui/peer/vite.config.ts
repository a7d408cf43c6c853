import { defineConfig } from 'vite';

export default defineConfig({
  root: 'peer',
  base: './',
  build: { target: 'safari16', outDir: '../../target/bench/peer', emptyOutDir: true },
  clearScreen: false,
});
