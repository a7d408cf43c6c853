/** Starts the window: theme, text size, language, the plan on the real host, the app. */
import { first } from './preload';

import { mount } from 'svelte';

import App from './App.svelte';
import { tauriHost } from '../host/tauri';
import { chosenLanguage, setLanguage } from '../i18n/i18n.svelte';
import { Plan } from '../state/plan.svelte';
import { applyTextSize } from '../shell/text-size.svelte';
import { applyTheme } from '../shell/theme.svelte';
import '../kit/base.css';

applyTheme();
applyTextSize();
const { environment } = first;
const usual = navigator.language.startsWith('fr') ? 'fr' : 'en';
setLanguage(chosenLanguage() ?? ('language' in environment ? environment.language : usual), false);
// WebKit lays out the page after each module and before anything else runs. What is drawn in a microtask
// has its handlers before that layout (docs/performance.md).
queueMicrotask(() => {
  const target = document.getElementById('app');
  // Left out of release builds, whose mode is `production`.
  if (target && import.meta.env.MODE !== 'production' && location.hash === '#gallery') {
    void import('./Gallery.svelte').then(({ default: Gallery }) => mount(Gallery, { target }));
  } else if (target) mount(App, { target, props: { plan: new Plan(tauriHost), first } });
});
