/** How many people: written as a number, with or without a word behind it; empty where nobody counts. */
import { t } from '../../i18n/i18n.svelte';

/** The number a text begins with; null when it is empty. */
export function peopleIn(text: string): number | null {
  const count = Number.parseInt(text, 10);
  return Number.isNaN(count) ? null : count;
}

/** What is wrong with a text; null when nothing is. */
export function faultInPeople(text: string): string | null {
  return /^\s*(\d+\D*)?$/.test(text) ? null : t('fault-people');
}
