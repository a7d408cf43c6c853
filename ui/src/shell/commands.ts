/** The commands of every screen. */
import { language, setLanguage } from '../i18n/i18n.svelte';
import type { Command } from '../commands/commands.svelte';
import type { AppContext } from '../state/context';
import { setTheme, theme } from './theme.svelte';

export function globalCommands({ plan, navigation }: AppContext): Command[] {
  const group = 'everywhere';
  const first = () => plan.open?.sessions[0]?.session.id ?? null;
  const selected = () => (navigation.selected?.type === 'session' ? navigation.selected.id : null);
  const shown = () =>
    ('session' in navigation.view ? navigation.view.session : null) ?? selected() ?? first();
  return [
    {
      id: 'palette',
      title: 'command-palette',
      group,
      keys: 'Ctrl+K',
      run: () => (navigation.paletteOpen = true),
    },
    {
      id: 'search',
      title: 'search-all',
      group,
      keys: 'Ctrl+F',
      when: () => plan.open !== null,
      run: () => (navigation.paletteOpen = true),
    },
    {
      id: 'keys',
      title: 'command-keys',
      group,
      keys: '?',
      run: () => (navigation.keysOpen = true),
    },
    {
      id: 'undo',
      title: 'command-undo',
      group,
      keys: 'Ctrl+Z',
      when: () => plan.steps.undo !== null,
      run: () => void plan.undo(),
    },
    {
      id: 'redo',
      title: 'command-redo',
      group,
      keys: 'Ctrl+Shift+Z',
      when: () => plan.steps.redo !== null,
      run: () => void plan.redo(),
    },
    {
      id: 'history',
      title: 'command-history',
      group,
      keys: 'Ctrl+H',
      run: () => (navigation.historyOpen = true),
    },
    {
      id: 'import',
      title: 'command-import',
      group,
      keys: 'Ctrl+O',
      run: () => (navigation.importOpen = true),
    },
    {
      id: 'findings',
      title: 'command-findings',
      group,
      keys: 'Ctrl+J',
      run: () => (navigation.findingsOpen = !navigation.findingsOpen),
    },
    {
      id: 'go-programme',
      title: 'go-programme',
      group,
      keys: 'Alt+1',
      run: () => navigation.go({ screen: 'programme' }),
    },
    {
      id: 'go-session',
      title: 'go-session',
      group,
      keys: 'Alt+2',
      when: () => shown() !== null,
      run: () => {
        const session = shown();
        if (session) navigation.go({ screen: 'session', session });
      },
    },
    {
      id: 'go-board',
      title: 'go-board',
      group,
      keys: 'Alt+3',
      run: () => navigation.go({ screen: 'board', session: shown() }),
    },
    {
      id: 'go-agenda',
      title: 'go-agenda',
      group,
      keys: 'Alt+4',
      run: () => navigation.go({ screen: 'agenda' }),
    },
    {
      id: 'go-print',
      title: 'go-print',
      group,
      keys: 'Alt+5',
      run: () => navigation.go({ screen: 'print', session: shown() }),
    },
    {
      id: 'language',
      title: 'command-language',
      group,
      run: () => setLanguage(language() === 'fr' ? 'en' : 'fr'),
    },
    {
      id: 'theme',
      title: 'command-theme',
      group,
      run: () => setTheme(theme() === 'dark' ? 'light' : 'dark'),
    },
    {
      id: 'settings',
      title: 'command-settings',
      group,
      keys: 'Ctrl+,',
      run: () => (navigation.settingsOpen = true),
    },
  ];
}
