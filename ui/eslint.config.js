import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

const SCREENS = ['programme', 'session', 'board', 'agenda', 'print', 'importing'];

/** Keeps the files of `rooms` from importing from the rooms that `closed` names. */
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
  { files: ['*.js', '*.ts'], languageOptions: { globals: { ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
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
  fence(
    ['drag', 'time'],
    ['host', 'plan', 'parts', 'i18n', 'shell', ...SCREENS],
    'A kernel knows nobody.',
  ),
  fence(['parts', 'i18n'], ['plan', 'shell', ...SCREENS], 'Parts know no state.'),
  fence(['plan'], ['parts', 'drag', 'shell', ...SCREENS], 'The state knows no screen.'),
  fence(['shell'], SCREENS, 'App.svelte alone puts screens in the shell.'),
  ...SCREENS.map((screen) =>
    fence(
      [screen],
      ['shell', ...SCREENS.filter((other) => other !== screen)],
      'Screens do not know each other.',
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
