import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

import tall from '../lint/foreign-names.mjs';

export default defineConfig([
  globalIgnores(['src/http/types/']),
  {
    files: ['src/**/*.ts'],
    plugins: { tall },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: { 'tall/no-foreign-names': 'error' },
  },
]);
