// Tests look for words of every screen.
import { loadWords } from './src/i18n/i18n.svelte';

await loadWords();
