/**
 * The boundary to Rust: one table of commands, and an interface that tests implement with a fake. A call
 * that fails rejects with a `Problem`.
 */
import type {
  CalendarOptions,
  CalendarPreview,
  CopyInfo,
  CopyPreview,
  Edit,
  Findings,
  HistoryEntry,
  LogEntry,
  ImportPreview,
  ImportRequest,
  Language,
  Message,
  EditResult,
  Preview,
  Problem,
  ProgrammeId,
  ReadLines,
  SessionId,
  SessionView,
  SheetOptions,
  SheetPreview,
  SheetProgress,
  Shift,
  SlotSpec,
  Snapshot,
  StoreHealth,
  Scope,
} from './generated/types';

/** A page as it was read from a file. */
export interface Page {
  name: string;
  path: string;
  text: string;
}

/** Every command: its arguments and its answer. */
export interface Commands {
  ready: [Record<string, never>, { language: Language }];
  snapshot: [{ watch: Scope }, Snapshot];
  revision: [Record<string, never>, number];
  orders: [{ programme: ProgrammeId }, SessionView[]];
  findings: [{ programme: ProgrammeId }, Findings];
  copy_preview: [{ programme: ProgrammeId; shift: Shift }, CopyPreview];
  apply: [{ edit: Edit; watch: Scope }, EditResult];
  previews: [{ edits: Edit[]; watch: Scope }, (Preview | null)[]];
  undo: [{ watch: Scope }, EditResult];
  redo: [{ watch: Scope }, EditResult];
  history: [{ limit: number }, HistoryEntry[]];
  log: [{ before: number | null; limit: number }, LogEntry[]];
  return_to: [{ number: number; watch: Scope }, EditResult];
  add_sample: [{ language: Language }, EditResult];
  choose_page: [Record<string, never>, Page | null];
  read_page: [{ path: string }, Page];
  preview_import: [{ request: ImportRequest }, ImportPreview];
  import: [{ request: ImportRequest; watch: Scope }, EditResult];
  read_lines: [{ text: string }, ReadLines];
  copied_slots: [{ text: string }, SlotSpec[]];
  calendar: [{ programme: ProgrammeId; options: CalendarOptions }, CalendarPreview];
  save_calendar: [
    { programme: ProgrammeId; options: CalendarOptions; title: string },
    string | null,
  ];
  sheet_preview: [{ sessions: SessionId[]; options: SheetOptions }, SheetPreview];
  save_sheet: [{ sessions: SessionId[]; options: SheetOptions; title: string }, string | null];
  cancel_sheet: [Record<string, never>, null];
  print_page: [{ sessions: SessionId[]; options: SheetOptions; title: string }, null];
  open_path: [{ path: string }, null];
  store_state: [Record<string, never>, { health: StoreHealth; warnings: Message[] }];
  copies: [Record<string, never>, CopyInfo[]];
  restore_copy: [{ name: string; watch: Scope }, EditResult];
  save_elsewhere: [Record<string, never>, string | null];
  show_file: [{ path: string }, null];
}

export type CommandName = keyof Commands;

/** The program behind the window. */
export interface Host {
  /** Runs a command. */
  call<C extends CommandName>(command: C, args: Commands[C][0]): Promise<Commands[C][1]>;
  /** Called when a file is dragged over the window, or away. Returns what unsubscribes. */
  onPageHover(listener: (over: boolean) => void): () => void;
  /** Called when the store was closed for a dialog, or opened again. Returns what unsubscribes. */
  onStoreChanged(listener: () => void): () => void;
  /** Called while sheets are saved. Returns what unsubscribes. */
  onSavingProgress(listener: (progress: SheetProgress) => void): () => void;
  /** Called when a file is dropped on the window. Returns what unsubscribes. */
  onPageDropped(listener: (path: string) => void): () => void;
}

/** The data of the first screen: preloaded, or requested. */
export interface StartData {
  snapshot: Snapshot | Promise<Snapshot>;
  environment: { language: Language } | Promise<{ language: Language }>;
}

/** Anything thrown, as a problem. */
export function problemOf(thrown: unknown): Problem {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown) {
    return thrown as Problem;
  }
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const code = 'problem-internal';
  const message = { code, args: { reason: { type: 'text' as const, value: reason } } };
  return { code, message, subject: null };
}
