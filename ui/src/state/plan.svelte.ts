/**
 * The one store of state: what Rust sent, and the one way to change it. Screens read it, and pass edits to
 * `apply`. Edits are applied one after the other.
 * Over 300 lines: all changes go through one place, and a third of it is imports and fields.
 */
import type {
  CopyInfo,
  Edit,
  Finding,
  FindingCounts,
  IdeaId,
  ImportRequest,
  EditResult,
  Preview,
  Problem,
  Programme,
  ProgrammeId,
  ProgrammeView,
  SessionId,
  SessionRow,
  SessionView,
  Snapshot,
  UndoState,
  Subject,
  Template,
  StateDelta,
  Scope,
} from '../host/generated/types';
import { problemOf, type CommandName, type Commands, type Host } from '../host/host';
import { summed } from './counts';
import { newId } from './ids';
import { StoreStatus } from './store-status.svelte';
import { completed } from './patch/completed';
import { updated } from './patch/programme';
import { shared } from './patch/share';
import { sharedSession } from './patch/times';

/** The preview that is shown while an edit is being written. */
export interface ShownPreview {
  /** The running orders as shown: the answer shares their objects where they are equal. */
  session: SessionView | null;
  /** Removes the preview, in the same flush that shows the answer. */
  release: () => void;
}

/** The state of the last edit. */
export type Saving = 'saved' | 'saving' | 'failed';

export class Plan {
  readonly host: Host;
  /** The path of the store. */
  store = $state('');
  /** All programmes. */
  programmes = $state.raw<Programme[]>([]);
  /** All templates, in order. A template of one slot is a block of the palette. */
  templates = $state.raw<Template[]>([]);
  /** The open programme; null in an empty store. */
  open = $state.raw<ProgrammeView | null>(null);
  /** The running orders of the session on the screen. */
  session = $state.raw<SessionView | null>(null);
  /** Its findings, worst first. */
  findings = $state.raw<Finding[]>([]);
  steps = $state.raw<UndoState>({ undo: null, redo: null });
  saving = $state<Saving>('saved');
  /** Whether changes can be saved, and what went wrong with the store. */
  readonly storeStatus = new StoreStatus();
  /** The copies of a store that was missing at the start. */
  copiesOfLostStore = $state.raw<CopyInfo[]>([]);
  /** Whether the first snapshot has arrived. */
  loaded = $state(false);
  /**
   * Grows when anything may have changed. Effects that query more than the state read it, since most edits of
   * a running order leave `open` unchanged.
   */
  changes = $state(0);
  /** Called with each problem; the shell shows it. */
  onProblem: (problem: Problem) => void = () => undefined;
  /** Called with the path of each saved file; the shell shows it. */
  onSaved: (path: string) => void = () => undefined;
  /** Called after each edit that changed something, and after undo and redo. */
  onDone: (outcome: EditResult, how: 'edit' | 'undo' | 'redo') => void = () => undefined;

  /** The number of findings in the open programme. */
  readonly counts: FindingCounts = $derived(summed(this.open?.sessions ?? []));

  #queue: Promise<unknown> = Promise.resolve();
  /** How many edits wait for their answers. */
  #waiting = 0;
  #watched: SessionId | null = null;
  /** The same as `changes`, to count without reading a signal. */
  #changed = 0;
  /** The revision of the store that is shown. */
  #revision: number | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  /** What the screen shows, so that Rust sends only what changed there. */
  get watch(): Scope {
    const programme = this.open?.programme.id ?? null;
    return { programme, session: this.#watched, revision: this.#revision };
  }

  /** Takes the snapshot that was preloaded or requested at the start. */
  async init(first: Snapshot | Promise<Snapshot>): Promise<void> {
    if (first instanceof Promise) await this.#enqueue(async () => this.#take(await first));
    else this.#take(first);
  }

  /** Loads everything again. With a programme, opens that one. */
  async load(programme: ProgrammeId | null = this.watch.programme): Promise<void> {
    await this.#enqueue(async () => {
      const watch = { ...this.watch, programme };
      this.#take(await this.host.call('snapshot', { watch }));
    });
  }

  /** Loads everything again if another process wrote meanwhile, or the store was replaced. */
  async refresh(): Promise<void> {
    await this.#enqueue(async () => {
      const revision = await this.host.call('revision', {});
      this.storeStatus.take(await this.host.call('store_state', {}));
      if (revision === this.#revision) return;
      this.#take(await this.host.call('snapshot', { watch: this.watch }));
    });
  }

  /** Shows the running orders of a session, or of none. */
  async watchSession(id: SessionId | null): Promise<void> {
    if (this.#watched === id && (id === null || this.session?.id === id)) return;
    this.#watched = id;
    if (id === null) {
      this.session = null;
      this.findings = [];
      return;
    }
    await this.load();
  }

  /**
   * Queries something that is not part of the state. Returns what cancels it: neither callback is called after
   * that. Made for `$effect`.
   */
  query<C extends CommandName>(
    command: C,
    args: Commands[C][0],
    onOk: (answer: Commands[C][1]) => void,
    onError = this.onProblem,
  ): () => void {
    let active = true;
    this.host.call(command, args).then(
      (answer) => active && onOk(answer),
      (thrown: unknown) => active && onError(problemOf(thrown)),
    );
    return () => (active = false);
  }

  /** Checks the state of the store, without waiting for edits. */
  async checkStore(): Promise<void> {
    try {
      this.storeStatus.take(await this.host.call('store_state', {}));
    } catch (thrown) {
      this.onProblem(problemOf(thrown));
    }
  }

  /** Loads the store as it is now, and closes the alert, unless the store is still lost. */
  async reload(): Promise<void> {
    this.storeStatus.loss = null;
    this.saving = 'saved';
    await this.load();
  }

  /** Queries something once. Null after a problem, which is shown. */
  async request<C extends CommandName>(
    command: C,
    args: Commands[C][0],
  ): Promise<Commands[C][1] | null> {
    try {
      return await this.host.call(command, args);
    } catch (thrown) {
      this.onProblem(problemOf(thrown));
      return null;
    }
  }

  /** Applies an edit. Null when it was refused; the problem is shown. */
  async apply(edit: Edit, preview?: ShownPreview): Promise<EditResult | null> {
    const outcome = await this.#change(
      (watch) => this.host.call('apply', { edit, watch }),
      preview,
    );
    if (outcome && outcome.changed > 0) this.onDone(outcome, 'edit');
    return outcome;
  }

  /** Merges a page into its programme. Null when it was refused; the problem is shown. */
  async importPage(request: ImportRequest): Promise<EditResult | null> {
    const outcome = await this.#change((watch) => this.host.call('import', { request, watch }));
    if (outcome && outcome.changed > 0) this.onDone(outcome, 'edit');
    return outcome;
  }

  /** Returns to the state after an entry of the operation log. Null after a problem, which is shown. */
  async returnTo(number: number): Promise<EditResult | null> {
    const outcome = await this.#change((watch) => this.host.call('return_to', { number, watch }));
    if (outcome && outcome.changed > 0) this.onDone(outcome, 'edit');
    return outcome;
  }

  /** Dry runs of edits; null where an edit would be refused. */
  async previews(edits: Edit[]): Promise<(Preview | null)[]> {
    const previews = await this.host.call('previews', { edits, watch: this.watch });
    if (!previews.some((preview) => preview?.reload)) return previews;
    // Another process wrote meanwhile: the shown state is outdated, and so are the previews.
    await this.refresh();
    return this.host.call('previews', { edits, watch: this.watch });
  }

  /** Restores a copy. Null after a problem, which is shown. */
  async restore(name: string): Promise<EditResult | null> {
    const outcome = await this.#change((watch) => this.host.call('restore_copy', { name, watch }));
    if (!outcome) return null;
    await this.load();
    this.onDone(outcome, 'edit');
    return outcome;
  }

  /** Undoes the last edit. False after a problem. */
  undo(): Promise<boolean> {
    return this.#step('undo');
  }

  /** Undoes an edit, unless another one followed, here or elsewhere. False where one did. */
  async undoOnly(outcome: EditResult): Promise<boolean> {
    await this.refresh();
    if (this.#revision !== outcome.revision) return false;
    await this.undo();
    return true;
  }

  /** Redoes the last undone edit. False after a problem. */
  redo(): Promise<boolean> {
    return this.#step('redo');
  }

  /** Dismisses a finding for its subject, or everywhere in the programme. */
  async dismiss({ message, subject }: Finding, everywhere = false): Promise<void> {
    const programme = this.open?.programme.id;
    if (!programme) return;
    const of: Subject = everywhere ? { type: 'programme', id: programme } : subject;
    const { code } = message;
    await this.apply({ type: 'dismissFinding', id: newId(), programme, code, subject: of });
  }

  /** The row of a session of the open programme. */
  row(id: SessionId): SessionRow | undefined {
    return this.open?.sessions.find((row) => row.session.id === id);
  }

  /** The title of an idea. */
  ideaTitle(id: IdeaId | null): string | null {
    return this.open?.ideas.find((card) => card.idea.id === id)?.idea.title ?? null;
  }

  async #step(direction: 'undo' | 'redo'): Promise<boolean> {
    const outcome = await this.#change((watch) => this.host.call(direction, { watch }));
    if (outcome?.label) this.onDone(outcome, direction);
    return outcome !== null;
  }

  async #change(
    call: (watch: Scope) => Promise<EditResult>,
    preview?: ShownPreview,
  ): Promise<EditResult | null> {
    this.saving = 'saving';
    this.#waiting += 1;
    // One flush for all changes of an answer: each flush is a pass over all that is drawn.
    const answered = (saving: Saving) => {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.saving = saving;
      preview?.release();
    };
    const outcome = await this.#enqueue(async () => {
      const outcome = await call(this.watch);
      if (outcome.update.reload) {
        this.#take(await this.host.call('snapshot', { watch: this.watch }));
      } else {
        this.#revision = outcome.revision;
        this.#update(outcome.update, preview?.session ?? this.session);
      }
      this.steps = outcome.steps;
      answered('saved');
      return outcome;
    });
    if (!outcome) answered('failed');
    return outcome;
  }

  /** Runs one thing after the other. Null after a problem, which is reported. */
  #enqueue<T>(work: () => Promise<T>): Promise<T | null> {
    const done = this.#queue.then(work).catch((thrown: unknown) => {
      const problem = problemOf(thrown);
      if (!this.storeStatus.takeLoss(problem.message)) this.onProblem(problem);
      return null;
    });
    this.#queue = done;
    return done;
  }

  #take(snapshot: Snapshot): void {
    this.#revision = snapshot.revision;
    this.store = snapshot.store;
    this.programmes = snapshot.programmes;
    this.templates = snapshot.templates;
    this.open = snapshot.open;
    this.session = shared(this.session, snapshot.session);
    this.findings = shared(this.findings, snapshot.findings);
    this.steps = snapshot.steps;
    this.copiesOfLostStore = snapshot.copiesOfLostStore;
    this.storeStatus.take(snapshot);
    this.changes = ++this.#changed;
    this.loaded = true;
  }

  #update(update: StateDelta, like: SessionView | null): void {
    if (update.programmes) this.programmes = update.programmes;
    if (update.templates) this.templates = update.templates;
    const session = update.session && completed(this.session, update.session);
    if (session) this.session = sharedSession(like, session);
    if (update.findings) this.findings = shared(this.findings, update.findings);
    if (this.open) this.open = updated(this.open, update);
    this.changes = ++this.#changed;
  }
}
