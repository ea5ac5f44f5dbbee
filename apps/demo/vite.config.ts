import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that the page works under any path.
  base: './',
  plugins: [react()],
  build: { target: 'es2023', modulePreload: { polyfill: false }, manifest: true },
});
