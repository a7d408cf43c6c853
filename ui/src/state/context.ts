/** What every component gets by context: the plan, the navigation, the commands. */
import { getContext, setContext } from 'svelte';

import type { CommandList } from '../commands/commands.svelte';
import type { Plan } from './plan.svelte';
import type { Navigation } from './navigation.svelte';

export interface AppContext {
  plan: Plan;
  navigation: Navigation;
  commands: CommandList;
}

const KEY = Symbol('app');

export function provideApp(app: AppContext): AppContext {
  return setContext(KEY, app);
}

export function useApp(): AppContext {
  return getContext<AppContext>(KEY);
}
