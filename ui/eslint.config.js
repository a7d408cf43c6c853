import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import fileLength from './lint/file-length.js';
import importCycles from './lint/import-cycles.js';
import svelteConfig from './svelte.config.js';

const SCREENS = ['programme', 'session', 'board', 'agenda', 'print', 'importing'];

/** Forbids imports from `closed` to the files of `rooms`. Paths are those below `src`. */
function fence(rooms, closed, why) {
  return {
    files: rooms.map((room) => `src/${room}/**`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: `^\\.\\./(\\.\\./)*(${closed.join('|')})/`, message: why },
            { regex: '^@tauri-apps/', message: 'Only the host knows Tauri.' },
          ],
        },
      ],
    },
  };
}

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/host/generated'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser } } },
  { files: ['*.js', '*.ts', 'lint/*.js'], languageOptions: { globals: { ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    files: ['src/**'],
    plugins: { deroule: { rules: { 'file-length': fileLength, 'import-cycles': importCycles } } },
    rules: { 'deroule/file-length': 'error', 'deroule/import-cycles': 'error' },
  },
  {
    rules: {
      'svelte/no-at-html-tags': 'error',
      // The one markup that is never built from text is a static attribute.
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text reaches the page as text.' },
        { property: 'outerHTML', message: 'Text reaches the page as text.' },
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/time/zone.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          "NewExpression[callee.name='Date'][arguments.length=0]",
          "CallExpression[callee.name='Date']",
          "CallExpression[callee.object.name='Date'][callee.property.name='now']",
        ].map((selector) => ({
          selector,
          message: "A programme's zone decides what time it is: use `nowIn` of time/zone.ts.",
        })),
      ],
    },
  },
  fence(
    ['time'],
    ['host', 'state', 'commands', 'kit', 'perf', 'drag', 'i18n', 'shell', 'screens', 'bootstrap'],
    'Time imports nothing.',
  ),
  fence(
    ['i18n', 'perf'],
    ['state', 'commands', 'kit', 'drag', 'shell', 'screens', 'bootstrap'],
    'Below the state and the design system.',
  ),
  fence(
    ['kit', 'commands'],
    ['state', 'drag', 'shell', 'screens', 'bootstrap'],
    'The design system and the command table know no state.',
  ),
  fence(
    ['drag'],
    ['host', 'state', 'commands', 'shell', 'screens', 'bootstrap'],
    'A drag knows no state.',
  ),
  fence(['state'], ['kit', 'drag', 'shell', 'screens', 'bootstrap'], 'The state knows no screen.'),
  fence(
    ['shell'],
    ['screens', 'bootstrap'],
    'bootstrap/App.svelte alone puts screens in the shell.',
  ),
  ...SCREENS.map((screen) =>
    fence(
      [`screens/${screen}`],
      ['shell', 'bootstrap', ...SCREENS.filter((other) => other !== screen)],
      'Screens do not import each other, nor the shell.',
    ),
  ),
  {
    files: ['src/host/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^\\.\\./`, message: 'The host knows nobody.' }] },
      ],
    },
  },
);
