/** How screens reach the state without passing it through every component. */
import { getContext, setContext } from 'svelte';

import type { CommandList } from '../commands/commands.svelte';
import type { Plan } from './plan.svelte';
import type { Navigation } from './navigation.svelte';

export interface Desk {
  plan: Plan;
  navigation: Navigation;
  commands: CommandList;
}

const KEY = Symbol('desk');

export function putDesk(desk: Desk): Desk {
  return setContext(KEY, desk);
}

export function useDesk(): Desk {
  return getContext<Desk>(KEY);
}
