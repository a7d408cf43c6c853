/** Where the window begins: theme, language, one plan on the real host, the app. */
import { first } from './first';

import { mount } from 'svelte';

import App from './App.svelte';
import { tauriHost } from './host/tauri';
import { chosenLanguage, setLanguage } from './i18n/i18n.svelte';
import { Plan } from './plan/plan.svelte';
import { applyTheme } from './shell/theme.svelte';
import './styles/base.css';

applyTheme();
setLanguage(chosenLanguage() ?? (navigator.language.startsWith('fr') ? 'fr' : 'en'), false);
const target = document.getElementById('app');
if (target) mount(App, { target, props: { plan: new Plan(tauriHost), first } });
