// Tests look for words of every screen.
import { loadMessages } from './src/i18n/i18n.svelte';

await loadMessages();
