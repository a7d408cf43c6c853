/** The current screen, remembered from one start to the next, and what is selected on it. */
import type { SessionId, SlotId, Subject } from '../host/generated/types';

export type View =
  | { screen: 'programme' }
  | { screen: 'session'; session: SessionId }
  | { screen: 'board'; session: SessionId | null }
  | { screen: 'agenda' }
  | { screen: 'print'; session: SessionId | null };

const MEMORY = 'deroule.view';

export class Navigation {
  view = $state.raw<View>({ screen: 'programme' });
  /** What the inspector shows. */
  selected = $state.raw<Subject | null>(null);
  findingsOpen = $state(false);
  paletteOpen = $state(false);
  keysOpen = $state(false);
  importOpen = $state(false);
  settingsOpen = $state(false);
  historyOpen = $state(false);
  /** The session whose announced hours are being edited. */
  hoursOf = $state<SessionId | null>(null);
  /** The path of a dropped page, for the import dialog. */
  droppedPath = $state<string | null>(null);

  constructor() {
    this.view = remembered() ?? this.view;
  }

  go(view: View): void {
    this.view = view;
    this.selected = null;
    localStorage.setItem(MEMORY, JSON.stringify(view));
  }

  select(subject: Subject | null): void {
    this.selected = subject;
  }

  /** Goes to the subject of a finding, and selects it. */
  show(session: SessionId, subject: Subject): void {
    if (this.view.screen !== 'session' || this.view.session !== session) {
      this.go({ screen: 'session', session });
    }
    this.select(subject);
  }

  get slot(): SlotId | null {
    return this.selected?.type === 'slot' ? this.selected.id : null;
  }
}

function remembered(): View | null {
  try {
    const view: unknown = JSON.parse(localStorage.getItem(MEMORY) ?? 'null');
    return isView(view) ? view : null;
  } catch {
    return null;
  }
}

function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null || !('screen' in value)) return false;
  switch (value.screen) {
    case 'programme':
    case 'agenda':
      return true;
    case 'session':
      return 'session' in value && typeof value.session === 'string';
    case 'board':
    case 'print':
      return 'session' in value && (value.session === null || typeof value.session === 'string');
    default:
      return false;
  }
}
