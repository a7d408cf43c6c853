/**
 * The one store of state: what Rust sent, and the one way to change it. Screens read from here and
 * hand edits to `apply`; nothing else writes. Edits are carried out one after the other.
 */
import type {
  CopyInfo,
  Edit,
  Finding,
  FindingCounts,
  IdeaId,
  ImportRequest,
  Message,
  Outcome,
  Preview,
  Problem,
  Programme,
  ProgrammeId,
  ProgrammeView,
  ReadLines,
  SessionId,
  SessionRow,
  SessionView,
  Severity,
  Snapshot,
  Steps,
  StoreHealth,
  Subject,
  Template,
  Update,
  Watch,
} from '../host/generated/types';
import { problemOf, type CommandName, type Commands, type Host } from '../host/host';
import { completed } from './patch/completed';
import { newId } from './ids';
import { shared } from './patch/share';
import { sharedSession } from './patch/times';

/** What a screen shows ahead of an edit's answer. */
export interface Ahead {
  /** The running orders as shown: the answer is made of them wherever it says the same. */
  session: SessionView | null;
  /** Lets go of them, in the same breath as the answer takes their place. */
  letGo: () => void;
}

/** A store whose file is no longer the one that was open. */
export interface Loss {
  /** What happened, and what to do. */
  reason: Message;
  /** The file with what the screen showed; none where it could not be written. */
  rescue: string | null;
  /** Whether what is at the store's path now is open. */
  isOpen: boolean;
}

/** How the last edit fared. */
export type Saving = 'saved' | 'saving' | 'failed';

export class Plan {
  readonly host: Host;
  /** Where the data lives. */
  store = $state('');
  /** Every programme there is. */
  programmes = $state.raw<Programme[]>([]);
  /** Every template there is, in order; one of a single slot is a block of the palette. */
  templates = $state.raw<Template[]>([]);
  /** The open programme; none in an empty store. */
  open = $state.raw<ProgrammeView | null>(null);
  /** The running orders of the session on the screen. */
  session = $state.raw<SessionView | null>(null);
  /** What is worth a look in it, gravest first. */
  findings = $state.raw<Finding[]>([]);
  steps = $state.raw<Steps>({ undo: null, redo: null });
  saving = $state<Saving>('saved');
  /** Whether changes can be saved. */
  health = $state.raw<StoreHealth>({ state: 'ok' });
  /** What became of a store that was lost, until it is taken note of. */
  loss = $state.raw<Loss | null>(null);
  /** The copies of a store that was gone at the start. */
  copiesOfLostStore = $state.raw<CopyInfo[]>([]);
  /** What went wrong without stopping anything when the store was opened, or since; those told are taken out. */
  warnings = $state.raw<Message[]>([]);
  /** Whether the first answer has come. */
  loaded = $state(false);
  /**
   * Another number whenever anything may have changed: for what is asked for beside the state. Most edits of
   * a running order leave `open` as it was.
   */
  changes = $state(0);
  /** Told of each problem; the shell shows it. */
  onProblem: (problem: Problem) => void = () => undefined;
  /** Told of each edit that changed something, of undo and of redo. */
  onDone: (outcome: Outcome, how: 'edit' | 'undo' | 'redo') => void = () => undefined;

  /** How much there is worth a look in the open programme. */
  readonly counts: FindingCounts = $derived(summed(this.open?.sessions ?? []));

  #queue: Promise<unknown> = Promise.resolve();
  /** How many changes are not answered yet. */
  #waiting = 0;
  #watched: SessionId | null = null;
  /** The warnings that were told already. */
  #heard: string[] = [];
  /** As `changes`, but that counting on from it reads no signal. */
  #changed = 0;
  /** The revision of the store that is shown. */
  #revision: number | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  /** What the screen shows, for the other side. */
  get watch(): Watch {
    const programme = this.open?.programme.id ?? null;
    return { programme, session: this.#watched, revision: this.#revision };
  }

  /** Takes what was there, or asked for, before there was a plan. */
  async begin(first: Snapshot | Promise<Snapshot>): Promise<void> {
    if (first instanceof Promise) await this.#inTurn(async () => this.#take(await first));
    else this.#take(first);
  }

  /** Asks for everything anew; with a programme, opens that one. */
  async load(programme: ProgrammeId | null = this.watch.programme): Promise<void> {
    await this.#inTurn(async () => {
      const watch = { ...this.watch, programme };
      this.#take(await this.host.call('snapshot', { watch }));
    });
  }

  /** Asks for everything anew where another process wrote meanwhile, or the store was replaced. */
  async catchUp(): Promise<void> {
    await this.#inTurn(async () => {
      const revision = await this.host.call('revision', {});
      this.#hear(await this.host.call('store_state', {}));
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
   * Asks for something that is no part of the state, and hands the answer, or what went wrong, on unless it
   * has been let go of by then, which the answer of this does: what an `$effect` wants.
   */
  ask<C extends CommandName>(
    command: C,
    args: Commands[C][0],
    hear: (answer: Commands[C][1]) => void,
    fail = this.onProblem,
  ): () => void {
    let heard = true;
    this.host.call(command, args).then(
      (answer) => heard && hear(answer),
      (thrown: unknown) => heard && fail(problemOf(thrown)),
    );
    return () => (heard = false);
  }

  /** Asks whether changes can be saved, without waiting for those that are. */
  async look(): Promise<void> {
    try {
      this.#hear(await this.host.call('store_state', {}));
    } catch (thrown) {
      this.onProblem(problemOf(thrown));
    }
  }

  /** Shows what the store holds by now: a loss is taken note of, unless it goes on. */
  async reload(): Promise<void> {
    this.loss = null;
    this.saving = 'saved';
    await this.load();
  }

  /** Reads lines as a page's running order; null when that went wrong, which has been told then. */
  async lines(text: string): Promise<ReadLines | null> {
    try {
      return await this.host.call('read_lines', { text });
    } catch (thrown) {
      this.onProblem(problemOf(thrown));
      return null;
    }
  }

  /** Carries out an edit. The answer is null when it was refused; why has been told then. */
  async apply(edit: Edit, ahead?: Ahead): Promise<Outcome | null> {
    const outcome = await this.#change((watch) => this.host.call('apply', { edit, watch }), ahead);
    if (outcome && outcome.changed > 0) this.onDone(outcome, 'edit');
    return outcome;
  }

  /** Merges a page into its programme. The answer is null when it was refused; why has been told then. */
  async importPage(request: ImportRequest): Promise<Outcome | null> {
    const outcome = await this.#change((watch) => this.host.call('import', { request, watch }));
    if (outcome && outcome.changed > 0) this.onDone(outcome, 'edit');
    return outcome;
  }

  /** What each of these edits would do, written nowhere; null where it would be refused. */
  async previews(edits: Edit[]): Promise<(Preview | null)[]> {
    const previews = await this.host.call('previews', { edits, watch: this.watch });
    if (!previews.some((preview) => preview?.reload)) return previews;
    // Another process wrote meanwhile: what is shown is old, and so is what would be.
    await this.catchUp();
    return this.host.call('previews', { edits, watch: this.watch });
  }

  /** Makes everything what it is in a copy; the answer is null when that went wrong, which has been told then. */
  async restore(name: string): Promise<Outcome | null> {
    const outcome = await this.#change((watch) => this.host.call('restore_copy', { name, watch }));
    if (!outcome) return null;
    await this.load();
    this.onDone(outcome, 'edit');
    return outcome;
  }

  /** Takes the last edit back; false when that went wrong. */
  undo(): Promise<boolean> {
    return this.#step('undo');
  }

  /** Takes an edit back unless another one followed, here or elsewhere; false where one did. */
  async undoOnly(outcome: Outcome): Promise<boolean> {
    await this.catchUp();
    if (this.#revision !== outcome.revision) return false;
    await this.undo();
    return true;
  }

  /** Brings the last edit taken back again; false when that went wrong. */
  redo(): Promise<boolean> {
    return this.#step('redo');
  }

  /** Sets a finding aside: it is not told again of its subject, or anywhere in the programme. */
  async silence({ message, subject }: Finding, everywhere = false): Promise<void> {
    const programme = this.open?.programme.id;
    if (!programme) return;
    const of: Subject = everywhere ? { type: 'programme', id: programme } : subject;
    const { code } = message;
    await this.apply({ type: 'silenceFinding', id: newId(), programme, code, subject: of });
  }

  /** The row of a session of the open programme. */
  row(id: SessionId): SessionRow | undefined {
    return this.open?.sessions.find((row) => row.session.id === id);
  }

  /** What an idea is called. */
  ideaTitle(id: IdeaId | null): string | null {
    return this.open?.ideas.find((card) => card.idea.id === id)?.idea.title ?? null;
  }

  async #step(way: 'undo' | 'redo'): Promise<boolean> {
    const outcome = await this.#change((watch) => this.host.call(way, { watch }));
    if (outcome?.label) this.onDone(outcome, way);
    return outcome !== null;
  }

  async #change(ask: (watch: Watch) => Promise<Outcome>, ahead?: Ahead): Promise<Outcome | null> {
    this.saving = 'saving';
    this.#waiting += 1;
    // All that an answer changes is changed at once: each flush of it costs a pass over what is drawn.
    const answered = (saving: Saving) => {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.saving = saving;
      ahead?.letGo();
    };
    const outcome = await this.#inTurn(async () => {
      const outcome = await ask(this.watch);
      if (outcome.update.reload) {
        this.#take(await this.host.call('snapshot', { watch: this.watch }));
      } else {
        this.#revision = outcome.revision;
        this.#update(outcome.update, ahead?.session ?? this.session);
      }
      this.steps = outcome.steps;
      answered('saved');
      return outcome;
    });
    if (!outcome) answered('failed');
    return outcome;
  }

  /** Does one thing after the other; tells a problem and answers null. */
  #inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    const done = this.#queue.then(work).catch((thrown: unknown) => {
      this.#fail(problemOf(thrown));
      return null;
    });
    this.#queue = done;
    return done;
  }

  /** Tells a problem; a loss stays in view until it is taken note of. */
  #fail(problem: Problem): void {
    const loss = lossOf(problem.message);
    if (!loss) return this.onProblem(problem);
    this.loss = loss;
    this.#heard.push(keyOf(problem.message));
  }

  /** Takes in how the store is. */
  #hear({ health, warnings }: { health: StoreHealth; warnings: Message[] }): void {
    const fresh = warnings.filter((message) => !this.#heard.includes(keyOf(message)));
    this.#heard.push(...fresh.map(keyOf));
    if (!isEqual(this.health, health)) this.health = health;
    for (const message of fresh) this.loss = lossOf(message) ?? this.loss;
    if (health.state === 'lost') {
      this.loss = { reason: health.reason, rescue: health.rescue, isOpen: false };
    }
    const others = fresh.filter((message) => lossOf(message) === null);
    if (others.length > 0) this.warnings = [...this.warnings, ...others];
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
    this.#hear(snapshot);
    this.changes = ++this.#changed;
    this.loaded = true;
  }

  #update(update: Update, like: SessionView | null): void {
    if (update.programmes) this.programmes = update.programmes;
    if (update.templates) this.templates = update.templates;
    const session = update.session && completed(this.session, update.session);
    if (session) this.session = sharedSession(like, session);
    if (update.findings) this.findings = shared(this.findings, update.findings);
    if (this.open) this.open = updated(this.open, update);
    this.changes = ++this.#changed;
  }
}

/** What a message tells of a lost store; null where it is about something else. */
function lossOf(message: Message): Loss | null {
  const text = (name: string) => {
    const argument = message.args[name];
    return argument?.type === 'text' ? argument.value : null;
  };
  const [rescue, open] = [text('rescue'), text('open')];
  if (rescue === null || open === null) return null;
  return { reason: message, rescue: rescue === 'none' ? null : rescue, isOpen: open === 'yes' };
}

/** What two messages that say the same have alike; a problem comes with its parts in another order. */
function keyOf({ code, args }: Message): string {
  return JSON.stringify([code, args]);
}

function isEqual(one: StoreHealth, other: StoreHealth): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** How much there is worth a look in all of these. */
function summed(rows: SessionRow[]): FindingCounts {
  const sum = (of: (counts: FindingCounts) => number) =>
    rows.reduce((total, row) => total + of(row.findings), 0);
  return {
    notes: sum((counts) => counts.notes),
    warnings: sum((counts) => counts.warnings),
    conflicts: sum((counts) => counts.conflicts),
  };
}

/** How many there are in all. */
export function total({ notes, warnings, conflicts }: FindingCounts): number {
  return notes + warnings + conflicts;
}

/** The gravest there is. */
export function gravest({ warnings, conflicts }: FindingCounts): Severity {
  return conflicts > 0 ? 'conflict' : warnings > 0 ? 'warning' : 'note';
}

/** A view with what changed put in its place; what says the same stays the same object. */
export function updated(open: ProgrammeView, update: Update): ProgrammeView {
  const programme = update.programmes?.find((row) => row.id === open.programme.id);
  const next = {
    programme: shared(open.programme, programme ?? open.programme),
    audiences: shared(open.audiences, update.audiences ?? open.audiences),
    rooms: shared(open.rooms, update.rooms ?? open.rooms),
    ideas: shared(open.ideas, update.ideas ?? open.ideas),
    sessions: updatedSessions(open.sessions, update),
  };
  // Much is drawn from it: most edits of a running order leave all of it as it was.
  const same = (Object.keys(next) as (keyof ProgrammeView)[]).every(
    (part) => next[part] === open[part],
  );
  return same ? open : next;
}

function updatedSessions(old: SessionRow[], update: Update): SessionRow[] {
  const byId = (rows: SessionRow[]) => new Map(rows.map((row) => [row.session.id, row]));
  const known = byId(old);
  const fresh = update.sessions.map((row) => shared(known.get(row.session.id), row));
  const changed = fresh.some((row) => known.get(row.session.id) !== row);
  if (!changed && !update.sessionOrder) return old;
  const rows = byId([...old, ...fresh]);
  const order = update.sessionOrder ?? old.map((row) => row.session.id);
  return order.flatMap((id) => rows.get(id) ?? []);
}
