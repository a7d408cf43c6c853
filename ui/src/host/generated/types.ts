// Generated from the Rust types by `script/types`. Don't edit.

/**
 * What happened to a row.
 */
export type Action = "added" | "changed" | "cancelled" | "removed";

/**
 * One blank of a message, typed so that times and dates are written the reader's way.
 */
export type Argument = { "type": "text", "value": string } | { "type": "number", "value": number } | { "type": "time", "value": Clock } | { "type": "minutes", "value": Minutes } | { "type": "date", "value": string };

/**
 * From when to when one audience attends one day.
 */
export type Attendance = { 
/**
 * Its id.
 */
id: AttendanceId, 
/**
 * The day.
 */
day: DayId, 
/**
 * Who attends.
 */
audience: AudienceId, 
/**
 * From when.
 */
start: Clock, 
/**
 * Until when; after `start`.
 */
end: Clock, };

/**
 * Names the hours of one audience on one day.
 */
export type AttendanceId = string;

/**
 * A group a session is for.
 */
export type Audience = { 
/**
 * Its id.
 */
id: AudienceId, 
/**
 * The programme it belongs to.
 */
programme: ProgrammeId, 
/**
 * Its name, unique in its programme.
 */
name: string, 
/**
 * The colour of its chips and bands.
 */
colour: Colour, 
/**
 * Its place among the audiences.
 */
rank: Rank, };

/**
 * One field of an audience and its new value.
 */
export type AudienceField = { "name": "name", "value": string } | { "name": "colour", "value": Colour };

/**
 * Names an audience.
 */
export type AudienceId = string;

/**
 * What the page said when it was last read.
 */
export type Base = { 
/**
 * The reading it is of; none for a page that was never read into this programme.
 */
source: SourceId | null, 
/**
 * What that page said; nothing for one that was never read.
 */
draft: Draft, };

/**
 * Where on the board an idea goes.
 */
export type BoardCell = { "type": "track", 
/**
 * Which.
 */
track: TrackId, } | { "type": "room", 
/**
 * The parallel block.
 */
round: SlotId, 
/**
 * The room.
 */
room: RoomId, 
/**
 * The id of the track, should one have to be made.
 */
newTrack: TrackId, };

/**
 * What a calendar file is to hold.
 */
export type CalendarOptions = { 
/**
 * One event per slot, besides the one per session and day.
 */
slots: boolean, 
/**
 * Only what this audience attends.
 */
audience: AudienceId | null, 
/**
 * Only this session.
 */
session: SessionId | null, 
/**
 * The language of the descriptions; the programme's own without it.
 */
language: Language | null, };

/**
 * A calendar file, before it is written.
 */
export type CalendarPreview = { 
/**
 * The iCalendar text.
 */
text: string, 
/**
 * How many events it holds.
 */
events: number, 
/**
 * What could not be said, or only in another way.
 */
warnings: Array<Message>, };

/**
 * A wall-clock time of a day, in minutes since its midnight. It may pass 24 h.
 */
export type Clock = number & { readonly unit: "clock" };

/**
 * A colour by name; each theme has its own values for it.
 */
export type Colour = "teal" | "purple" | "blue" | "amber" | "rose" | "green" | "slate";

/**
 * Something that the page and the plan changed in two ways since the page was last read.
 */
export type Conflict = { 
/**
 * Names it in a [`Resolution`]. The same merge gives it the same key.
 */
key: string, 
/**
 * The line of the page; none for something the page no longer has.
 */
line: number | null, 
/**
 * What it is about: a title.
 */
title: string, 
/**
 * What that belongs to: the session of a slot.
 */
of: string | null, 
/**
 * What differs.
 */
field: Field, 
/**
 * What the page said when it was last read; none if unknown or nothing.
 */
base: Message | null, 
/**
 * What the plan says; none for nothing.
 */
ours: Message | null, 
/**
 * What the page says; none for nothing.
 */
theirs: Message | null, 
/**
 * Whether the page's value stands.
 */
isTheirs: boolean, };

/**
 * Copied slots, as the window writes them to the clipboard.
 */
export type CopiedSlots = { 
/**
 * The version of the format: 1.
 */
version: number, 
/**
 * The copied slots, in the order in which they are pasted.
 */
copied: Array<SlotId>, 
/**
 * The rows of the copied slots, and of the slots in their tracks.
 */
slots: Array<Slot>, 
/**
 * The rows of their tracks.
 */
tracks: Array<Track>, };

/**
 * A copy of the store.
 */
export type CopyInfo = { 
/**
 * The name of its file: what to ask for to restore it.
 */
name: string, 
/**
 * Where it is.
 */
path: string, 
/**
 * When it was made, as an RFC 3339 time in UTC.
 */
at: string, 
/**
 * Whether it was saved in an emergency, next to the store.
 */
isRescue: boolean, 
/**
 * Whether it is whole. Its content is unknown otherwise.
 */
isSound: boolean, 
/**
 * How many times the plan had been written.
 */
revision: number, 
/**
 * How many programmes it has.
 */
programmes: number, 
/**
 * How many sessions they have.
 */
sessions: number, };

/**
 * The copy of a programme, before it is made.
 */
export type CopyPreview = { 
/**
 * The proposed title: the programme's own with its years moved. Without a year in it, the year of the first date
 * follows where the title is taken.
 */
title: string, 
/**
 * The sessions by first date, undated ones last.
 */
sessions: Array<MovedSession>, };

/**
 * One day of a session; it carries a running order.
 */
export type Day = { 
/**
 * Its id.
 */
id: DayId, 
/**
 * The session it belongs to.
 */
session: SessionId, 
/**
 * Its local date; none while it is to be confirmed.
 */
date: string | null, 
/**
 * When its running order starts.
 */
start: Clock, 
/**
 * Its place among undated days.
 */
rank: Rank, };

/**
 * A day's running order after an edit.
 */
export type DayChange = { 
/**
 * The day.
 */
day: Day, 
/**
 * When everything happens, in order.
 */
timed: TimedDay, 
/**
 * Of the slots `timed` names, those that are new to the session or different; in no order.
 */
slots: Array<Slot>, 
/**
 * Of the tracks `timed` names, those that are new to the session or different; in no order.
 */
tracks: Array<Track>, };

/**
 * Names a day of a session.
 */
export type DayId = string;

/**
 * A day at a glance.
 */
export type DayRow = { 
/**
 * Its id.
 */
id: DayId, 
/**
 * Its local date; none while it is to be confirmed.
 */
date: string | null, 
/**
 * When its running order starts.
 */
start: Clock, 
/**
 * When its running order ends.
 */
end: Clock, 
/**
 * Who attends from when to when.
 */
attendances: Array<Attendance>, };

/**
 * A day's running order, whole.
 */
export type DayView = { 
/**
 * The day.
 */
day: Day, 
/**
 * When everything happens, in order.
 */
timed: TimedDay, 
/**
 * Every slot `timed` names, tracks' slots included, in no order.
 */
slots: Array<Slot>, 
/**
 * Every track `timed` names, in no order.
 */
tracks: Array<Track>, };

/**
 * Names a dismissal.
 */
export type DismissalId = string;

/**
 * A dismissed finding.
 */
export type DismissedFinding = { 
/**
 * What brings it back.
 */
dismissal: DismissalId, 
/**
 * Which finding, such as `finding-no-break`.
 */
code: string, 
/**
 * The title of its subject; none when it is dismissed everywhere.
 */
title: string | null, };

/**
 * A programme as a source describes it. What the source does not say is `None` or empty, and leaves
 * what the plan already knows as it is.
 */
export type Draft = { 
/**
 * The programme's title.
 */
title: string | null, 
/**
 * The IANA name of the time zone to begin the programme in, as far as the source lets guess it;
 * a programme that is there keeps its own.
 */
timezone: string | null, 
/**
 * The language to begin the programme in, as far as the source lets guess it; a programme that is
 * there keeps its own.
 */
language: Language | null, 
/**
 * The public page of the shared agenda.
 */
agendaPageUrl: string | null, 
/**
 * The address people subscribe to.
 */
agendaFeedUrl: string | null, 
/**
 * The audiences' names, in the order in which they should stand.
 */
audiences: Array<string>, 
/**
 * The sessions, in the source's order.
 */
sessions: Array<DraftSession>, 
/**
 * The workshop ideas, in the source's order.
 */
ideas: Array<DraftIdea>, };

/**
 * The hours of an audience as a source describes them.
 */
export type DraftAttendance = { 
/**
 * The audience's name.
 */
audience: string, 
/**
 * From when.
 */
start: Clock, 
/**
 * Until when.
 */
end: Clock, };

/**
 * A day as a source describes it.
 */
export type DraftDay = { 
/**
 * Its date; none while it is to be confirmed.
 */
date: string | null, 
/**
 * When its running order starts, when the source has one.
 */
start: Clock | null, 
/**
 * Who attends from when to when.
 */
attendance: Array<DraftAttendance>, 
/**
 * Its running order; empty when the source has none, which leaves an existing one alone.
 */
slots: Array<DraftSlot>, };

/**
 * A workshop idea as a source describes it.
 */
export type DraftIdea = { 
/**
 * Its title.
 */
title: string, 
/**
 * Which of the draft's sessions it was listed under, by its place in the list.
 */
session: number | null, 
/**
 * The line of the source it was read from, counted from 1.
 */
line: number, };

/**
 * A session as a source describes it.
 */
export type DraftSession = { 
/**
 * Its title.
 */
title: string, 
/**
 * Whether the source announces it, and does not only describe it.
 */
announced: boolean, 
/**
 * Its status, when the source says one.
 */
status: Status | null, 
/**
 * Where.
 */
venue: string | null, 
/**
 * Its theme.
 */
theme: string | null, 
/**
 * What it is to achieve.
 */
objectives: string | null, 
/**
 * Its days, in order; none while it is undated and not composed.
 */
days: Array<DraftDay>, 
/**
 * The line of the source it was read from, counted from 1.
 */
line: number, };

/**
 * A slot as a source describes it.
 */
export type DraftSlot = { 
/**
 * Its title.
 */
title: string, 
/**
 * What it is, inferred from its title.
 */
kind: Kind, 
/**
 * How long it lasts; zero for a milestone.
 */
minutes: Minutes, 
/**
 * A start that holds, where the source's times leave a gap or overlap.
 */
pin: Clock | null, 
/**
 * How many tracks run side by side in it; zero for a plain slot.
 */
tracks: number, 
/**
 * The line of the source it was read from, counted from 1.
 */
line: number, };

/**
 * What the organiser wants changed. Ids of new rows come with the edit, so that the caller can refer
 * to what it asked for.
 */
export type Edit = { "type": "batch", edits: Array<Edit>, } | { "type": "addProgramme", id: ProgrammeId, title: string, timezone: string, language: Language, } | { "type": "setProgramme", programme: ProgrammeId, field: ProgrammeField, } | { "type": "deleteProgramme", programme: ProgrammeId, } | { "type": "importDraft", programme: ProgrammeId, draft: Draft, 
/**
 * What the page said when it was last read; none if unknown.
 */
base: Base | null, 
/**
 * The readings there were when the merge was prepared: it is refused where there are others.
 */
sources: Array<SourceId>, 
/**
 * The page, to be kept as the next merge's base; none keeps none.
 */
page: SourcePage | null, resolution: Resolution, 
/**
 * The sessions that were exported: they are cancelled where others are removed.
 */
exported: Array<SessionId>, } | { "type": "addAudience", id: AudienceId, programme: ProgrammeId, name: string, } | { "type": "setAudience", audience: AudienceId, field: AudienceField, } | { "type": "deleteAudience", audience: AudienceId, } | { "type": "addRoom", id: RoomId, programme: ProgrammeId, name: string, } | { "type": "setRoom", room: RoomId, field: RoomField, } | { "type": "deleteRoom", room: RoomId, } | { "type": "setTagColour", id: TagId, programme: ProgrammeId, name: string, colour: Colour | null, } | { "type": "addSession", id: SessionId, day: DayId, programme: ProgrammeId, title: string, date: string | null, } | { "type": "setSession", session: SessionId, field: SessionField, } | { "type": "rescheduleSession", session: SessionId, date: string | null, } | { "type": "deleteSession", session: SessionId, } | { "type": "addDay", id: DayId, session: SessionId, date: string | null, } | { "type": "setDayDate", day: DayId, date: string | null, } | { "type": "setDayStart", day: DayId, start: Clock, } | { "type": "deleteDay", day: DayId, } | { "type": "setAttendance", day: DayId, audience: AudienceId, hours: Hours | null, } | { "type": "addSlot", id: SlotId, parent: Parent, before: SlotId | null, title: string, kind: Kind, minutes: Minutes, pin: Clock | null, } | { "type": "setSlot", slot: SlotId, field: SlotField, } | { "type": "resizeSlot", slot: SlotId, minutes: Minutes, } | { "type": "pinSlot", slot: SlotId, at: Clock | null, } | { "type": "moveSlot", slot: SlotId, parent: Parent, before: SlotId | null, pin: Clock | null, } | { "type": "deleteSlot", slot: SlotId, } | { "type": "insertSlots", parent: Parent, before: SlotId | null, slots: Array<Insertion>, } | { "type": "divideSlot", slot: SlotId, id: SlotId, minutes: Minutes, } | { "type": "mergeSlots", slot: SlotId, } | { "type": "swapSlots", slot: SlotId, other: SlotId, } | { "type": "saveTemplate", id: TemplateId, title: string, slots: Array<SlotId>, } | { "type": "renameTemplate", template: TemplateId, title: string, } | { "type": "deleteTemplate", template: TemplateId, } | { "type": "applyTemplate", template: TemplateId, parent: Parent, before: SlotId | null, slots: Array<SlotId>, } | { "type": "duplicateSession", session: SessionId, id: SessionId, date: string | null, } | { "type": "copyProgramme", programme: ProgrammeId, id: ProgrammeId, title: string, dates: Shift, } | { "type": "dismissFinding", id: DismissalId, programme: ProgrammeId, code: string, subject: Subject, } | { "type": "restoreFinding", dismissal: DismissalId, } | { "type": "splitSlot", slot: SlotId, tracks: Array<TrackId>, } | { "type": "joinTracks", slot: SlotId, } | { "type": "addTrack", id: TrackId, slot: SlotId, } | { "type": "setTrack", track: TrackId, field: TrackField, } | { "type": "deleteTrack", track: TrackId, } | { "type": "addIdea", id: IdeaId, programme: ProgrammeId, session: SessionId | null, title: string, } | { "type": "setIdea", idea: IdeaId, field: IdeaField, } | { "type": "deleteIdea", idea: IdeaId, } | { "type": "placeIdea", idea: IdeaId, place: BoardCell, from: TrackId | null, } | { "type": "unplaceIdea", track: TrackId, };

/**
 * What came of an edit, an undo or a redo.
 */
export type EditResult = { 
/**
 * The revision the store is at.
 */
revision: number, 
/**
 * What was done; none when there was nothing to do.
 */
label: Message | null, 
/**
 * How many rows changed.
 */
changed: number, 
/**
 * What is different now on what the window shows.
 */
update: StateDelta, 
/**
 * What undo and redo would do now.
 */
steps: UndoState, };

/**
 * What can differ in a row.
 */
export type Field = "presence" | "title" | "status" | "venue" | "theme" | "objectives" | "links" | "notes" | "date" | "start" | "hours" | "kind" | "duration" | "pin" | "tracks" | "order" | "room" | "facilitators" | "material" | "session" | "place" | "agendaPage" | "agendaFeed" | "timezone" | "other";

/**
 * A value before and after.
 */
export type FieldReport = { 
/**
 * Which value.
 */
field: Field, 
/**
 * What it was; none for nothing.
 */
before: Message | null, 
/**
 * What it is; none for nothing.
 */
after: Message | null, };

/**
 * Something worth a look.
 */
export type Finding = { 
/**
 * The rule that found it.
 */
rule: Rule, 
/**
 * How much it matters: as much as its rule.
 */
severity: Severity, 
/**
 * What is the matter, such as `finding-overrun`.
 */
message: Message, 
/**
 * What it is about. Selecting the finding selects this.
 */
subject: Subject, 
/**
 * Edits that resolve it, best first.
 */
fixes: Array<Fix>, };

/**
 * How much there is worth a look, by gravity. The findings themselves come with the session that is
 * watched, or are asked for: those of five hundred sessions weigh more than all the rest.
 */
export type FindingCounts = { 
/**
 * What is worth knowing.
 */
notes: number, 
/**
 * What is likely a mistake.
 */
warnings: number, 
/**
 * What can't happen as planned.
 */
conflicts: number, };

/**
 * The findings of a programme, and those that are dismissed.
 */
export type Findings = { 
/**
 * Session by session, by first date; those without anything are left out.
 */
sessions: Array<SessionFindings>, 
/**
 * The dismissed ones.
 */
dismissed: Array<DismissedFinding>, };

/**
 * How a slot meets the end of the one before it.
 */
export type Fit = { "type": "contiguous" } | { "type": "gap", "minutes": Minutes } | { "type": "overrun", "minutes": Minutes };

/**
 * An edit that resolves a finding.
 */
export type Fix = { 
/**
 * What it is called, such as `fix-announce-start`.
 */
label: Message, 
/**
 * The edit.
 */
edit: Edit, 
/**
 * When the day would end, for those that change its times.
 */
end: Clock | null, };

/**
 * One line of the history.
 */
export type HistoryEntry = { 
/**
 * Its number in the log.
 */
sequence: number, 
/**
 * What was done.
 */
label: Message, 
/**
 * When, as an RFC 3339 time in UTC.
 */
at: string, 
/**
 * Whether it has been undone and can be redone.
 */
undone: boolean, };

/**
 * From when to when.
 */
export type Hours = { 
/**
 * From when.
 */
start: Clock, 
/**
 * Until when; after `start`.
 */
end: Clock, };

/**
 * A workshop someone proposes.
 */
export type Idea = { 
/**
 * Its id.
 */
id: IdeaId, 
/**
 * The programme it belongs to.
 */
programme: ProgrammeId, 
/**
 * The session it was proposed for, if any.
 */
session: SessionId | null, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is about.
 */
description: string | null, 
/**
 * Words to find it by.
 */
tags: Array<string>, 
/**
 * Who would lead it.
 */
facilitators: Array<string>, 
/**
 * How many people it takes.
 */
capacity: number | null, 
/**
 * Its place in the list.
 */
rank: Rank, };

/**
 * An idea and where it is placed.
 */
export type IdeaCard = { 
/**
 * The idea.
 */
idea: Idea, 
/**
 * The colours of its tags, in their order; none for a tag without a colour.
 */
tagColours: Array<Colour | null>, 
/**
 * Where it runs; none while it is only an idea.
 */
placements: Array<Placement>, };

/**
 * One field of an idea and its new value.
 */
export type IdeaField = { "name": "title", "value": string } | { "name": "description", "value": string | null } | { "name": "session", "value": SessionId | null } | { "name": "tags", "value": Array<string> } | { "name": "facilitators", "value": Array<string> } | { "name": "capacity", "value": number | null };

/**
 * Names a workshop idea.
 */
export type IdeaId = string;

/**
 * How many rows an import touches.
 */
export type ImportCounts = { 
/**
 * Sessions on the page.
 */
sessions: number, 
/**
 * Slots on the page, milestones included, tracks' slots not.
 */
slots: number, 
/**
 * Ideas on the page.
 */
ideas: number, 
/**
 * Rows that would come into being.
 */
created: number, 
/**
 * Rows that would be rewritten.
 */
changed: number, 
/**
 * Rows that would be deleted.
 */
deleted: number, };

/**
 * A page read, and what merging it would do.
 */
export type ImportPreview = { 
/**
 * The programme it goes into.
 */
programme: ProgrammeId, 
/**
 * Its title once merged.
 */
title: string, 
/**
 * Whether the programme would be new.
 */
isNew: boolean, 
/**
 * The programme's present title, where the page was taken to be its page though it has another
 * title: the organiser may say otherwise.
 */
recognised: string | null, 
/**
 * Whether merging would write anything, the page itself included.
 */
isChange: boolean, 
/**
 * What would be created, changed and removed.
 */
counts: ImportCounts, 
/**
 * Every row that would be different.
 */
rows: Array<RowReport>, 
/**
 * How much was left out, so that a window can show the rest.
 */
more: More, 
/**
 * What the page and the programme changed in two ways.
 */
conflicts: Array<Conflict>, 
/**
 * The programme as it would be.
 */
after: ProgrammeView, 
/**
 * What looked odd, and what was inferred, line by line.
 */
remarks: Array<Remark>, 
/**
 * The lines that were not understood.
 */
unread: Array<UnreadLine>, };

/**
 * A page to be read and merged.
 */
export type ImportRequest = { 
/**
 * Its text.
 */
page: string, 
/**
 * The file it was read from; none for a page that was pasted.
 */
path: string | null, 
/**
 * The year of dates that name none.
 */
year: number | null, 
/**
 * The programme it goes into.
 */
target: Target, 
/**
 * Whose value stands in each conflict.
 */
resolution: Resolution, };

/**
 * A slot to be put down, under the id it is to have.
 */
export type Insertion = { 
/**
 * The id of the new slot.
 */
id: SlotId, 
/**
 * What it is.
 */
spec: SlotSpec, };

/**
 * What a slot is.
 */
export type Kind = "welcome" | "plenary" | "activity" | "workshop" | "break" | "meal" | "freeTime" | "travel" | "wrapUp";

/**
 * A language that a programme, the window and the command line can speak.
 */
export type Language = "fr" | "en";

/**
 * An entry of the operation log.
 */
export type LogEntry = { 
/**
 * Its number, counted from 1.
 */
number: number, 
/**
 * When it was made, as an RFC 3339 time in UTC.
 */
at: string, 
/**
 * What it did.
 */
kind: LogEntryKind, 
/**
 * The edit that was made, undone or redone.
 */
label: Message, };

/**
 * What an entry of the log did.
 */
export type LogEntryKind = "edit" | "undo" | "redo";

/**
 * A message to be worded in French or English from `code` and `args`.
 */
export type Message = { 
/**
 * The message's name in the word lists, such as `finding-overrun`.
 */
code: string, 
/**
 * What fills its blanks.
 */
args: { [key in string]: Argument }, };

/**
 * A duration, in minutes.
 */
export type Minutes = number & { readonly unit: "minutes" };

/**
 * How many things a preview leaves out.
 */
export type More = { 
/**
 * Of the rows that would be different.
 */
rows: number, 
/**
 * Of the programme's sessions.
 */
sessions: number, 
/**
 * Of its ideas.
 */
ideas: number, };

/**
 * The first date of a session, here and in the copy. Its other days keep their distance.
 */
export type MovedSession = { 
/**
 * The session that is copied.
 */
session: SessionId, 
/**
 * Its title.
 */
title: string, 
/**
 * Its first date; none when it has no date.
 */
before: string | null, 
/**
 * The first date of the copy; none when the copy has no dates.
 */
after: string | null, };

/**
 * What a slot belongs to: the plenary of a day, or one track of a parallel block.
 */
export type Parent = { "type": "day", "id": DayId } | { "type": "track", "id": TrackId };

/**
 * One place an idea runs.
 */
export type Placement = { 
/**
 * The track it runs in.
 */
track: TrackId, 
/**
 * The round.
 */
round: SlotId, 
/**
 * The session.
 */
session: SessionId, };

/**
 * What an edit would do to the session on the screen; nothing is written.
 */
export type Preview = { 
/**
 * Its running orders, where the edit would touch more of them than `retimed` has.
 */
session: SessionChange | null, 
/**
 * Where slots would only change places, and nothing else be different: those, in their new order.
 */
retimed: Array<SlotTimes>, 
/**
 * What would be a likely mistake in it, or could not happen as planned, gravest first; without fixes.
 */
troubles: Array<Finding>, 
/**
 * Another process wrote meanwhile: everything is to be asked for anew.
 */
reload: boolean, };

/**
 * Something that went wrong: what, about what, in words chosen by who shows it.
 */
export type Problem = { 
/**
 * The problem's name, such as `problem-missing`.
 */
code: string, 
/**
 * What to say, in the language asked for.
 */
message: Message, 
/**
 * What it is about, when it is about something in the plan.
 */
subject: Subject | null, };

/**
 * A named series of sessions in one time zone and one language.
 */
export type Programme = { 
/**
 * Its id.
 */
id: ProgrammeId, 
/**
 * What the organiser calls it.
 */
title: string, 
/**
 * The IANA name of the zone its local times are in, such as `Europe/Paris`.
 */
timezone: string, 
/**
 * The language of what leaves the programme: calendars, sheets, exported text. A row of an earlier
 * version has none, and was written in French.
 */
language: Language, 
/**
 * The public page of the shared agenda.
 */
agendaPageUrl: string | null, 
/**
 * The address people subscribe to.
 */
agendaFeedUrl: string | null, 
/**
 * Whether it is the sample made at first start.
 */
isSample: boolean, 
/**
 * Its place among the programmes.
 */
rank: Rank, };

/**
 * One field of a programme and its new value.
 */
export type ProgrammeField = { "name": "title", "value": string } | { "name": "timezone", "value": string } | { "name": "language", "value": Language } | { "name": "agendaPageUrl", "value": string | null } | { "name": "agendaFeedUrl", "value": string | null } | { "name": "sample", "value": boolean };

/**
 * Names a programme.
 */
export type ProgrammeId = string;

/**
 * A programme with all its sessions at a glance.
 */
export type ProgrammeView = { 
/**
 * The programme.
 */
programme: Programme, 
/**
 * Its audiences, in order.
 */
audiences: Array<Audience>, 
/**
 * Its rooms, in order.
 */
rooms: Array<Room>, 
/**
 * Its ideas, in order, and where they are placed.
 */
ideas: Array<IdeaCard>, 
/**
 * Its sessions by first date, undated ones last.
 */
sessions: Array<SessionRow>, };

/**
 * A place in an order.
 */
export type Rank = string;

/**
 * Lines of a running order, read.
 */
export type ReadLines = { 
/**
 * The slots that were read, in order.
 */
slots: Array<SlotSpec>, 
/**
 * When the first one starts.
 */
start: Clock | null, 
/**
 * What looked odd, line by line.
 */
remarks: Array<Remark>, 
/**
 * The lines that were not understood.
 */
unread: Array<UnreadLine>, };

/**
 * Something about a line that the organiser should know.
 */
export type Remark = { 
/**
 * The line, counted from 1.
 */
line: number, 
/**
 * The message, such as `remark-start-differs`.
 */
message: Message, };

/**
 * Whose value stands where the page and the plan changed the same thing in two ways.
 */
export type Resolution = { "type": "ours" } | { "type": "theirs" } | { "type": "theirsIn", "keys": Array<string> };

/**
 * A room of the venue.
 */
export type Room = { 
/**
 * Its id.
 */
id: RoomId, 
/**
 * The programme it belongs to.
 */
programme: ProgrammeId, 
/**
 * Its name, unique in its programme.
 */
name: string, 
/**
 * How many people it takes.
 */
capacity: number | null, 
/**
 * What is in it: projector, quiet, …
 */
features: string | null, 
/**
 * Its place among the rooms.
 */
rank: Rank, };

/**
 * One field of a room and its new value.
 */
export type RoomField = { "name": "name", "value": string } | { "name": "capacity", "value": number | null } | { "name": "features", "value": string | null };

/**
 * Names a room.
 */
export type RoomId = string;

/**
 * Which kind of row.
 */
export type RowKind = "programme" | "audience" | "room" | "session" | "day" | "attendance" | "slot" | "track" | "idea";

/**
 * One row and what happened to it.
 */
export type RowReport = { 
/**
 * What happened.
 */
action: Action, 
/**
 * To which kind of row.
 */
row: RowKind, 
/**
 * What it is called; the audience's name for hours.
 */
title: string, 
/**
 * The session it belongs to, if it belongs to one and is not one.
 */
of: string | null, 
/**
 * The line of the page that speaks of it.
 */
line: number | null, 
/**
 * The values that are different; of an added or removed row, those that say when it is.
 */
fields: Array<FieldReport>, };

/**
 * A rule that findings come from.
 */
export type Rule = "overrun" | "gap" | "noBreak" | "noMeal" | "noRoom" | "noFacilitator" | "announcedStart" | "announcedEnd" | "audienceAbsent" | "clockChange" | "freeTracks" | "ideaTwice" | "roomTooSmall" | "roomConflict" | "facilitatorConflict";

/**
 * What the window shows, so that an answer brings what it needs and no more.
 */
export type Scope = { 
/**
 * The programme that is open.
 */
programme: ProgrammeId | null, 
/**
 * The session whose running order is on the screen.
 */
session: SessionId | null, 
/**
 * The revision of the store that it shows; none when there is nothing to keep up to date.
 */
revision: number | null, };

/**
 * An event of one or more days.
 */
export type Session = { 
/**
 * Its id.
 */
id: SessionId, 
/**
 * The programme it belongs to.
 */
programme: ProgrammeId, 
/**
 * What it is called.
 */
title: string, 
/**
 * Whether it will take place.
 */
status: Status, 
/**
 * Where.
 */
venue: string | null, 
/**
 * The street address of the venue.
 */
address: string | null, 
/**
 * The web address of a map.
 */
mapUrl: string | null, 
/**
 * Its theme.
 */
theme: string | null, 
/**
 * What it is to achieve.
 */
objectives: string | null, 
/**
 * Addresses worth having at hand.
 */
links: Array<string>, 
/**
 * The organiser's own notes.
 */
notes: string | null, 
/**
 * Its place among sessions of the same date, and among undated ones.
 */
rank: Rank, };

/**
 * A session's running orders after an edit: their times, and the rows that are new.
 */
export type SessionChange = { 
/**
 * Which session.
 */
id: SessionId, 
/**
 * Its days, by date.
 */
days: Array<DayChange>, };

/**
 * One field of a session and its new value.
 */
export type SessionField = { "name": "title", "value": string } | { "name": "status", "value": Status } | { "name": "venue", "value": string | null } | { "name": "address", "value": string | null } | { "name": "mapUrl", "value": string | null } | { "name": "theme", "value": string | null } | { "name": "objectives", "value": string | null } | { "name": "links", "value": Array<string> } | { "name": "notes", "value": string | null };

/**
 * What is worth a look in a session.
 */
export type SessionFindings = { 
/**
 * Which session.
 */
session: SessionId, 
/**
 * Gravest first.
 */
findings: Array<Finding>, };

/**
 * Names a session.
 */
export type SessionId = string;

/**
 * A session at a glance.
 */
export type SessionRow = { 
/**
 * The session.
 */
session: Session, 
/**
 * Its days, by date.
 */
days: Array<DayRow>, 
/**
 * How many slots its running orders have, milestones included, tracks' slots not.
 */
slotCount: number, 
/**
 * How much there is worth a look in it.
 */
findings: FindingCounts, };

/**
 * A session's running orders, whole.
 */
export type SessionView = { 
/**
 * Which session; the session itself is in the programme's view.
 */
id: SessionId, 
/**
 * Its days, by date.
 */
days: Array<DayView>, };

/**
 * How much a finding matters.
 */
export type Severity = "note" | "warning" | "conflict";

/**
 * Whom a day sheet is for.
 */
export type SheetForm = "everyone" | "crew";

/**
 * What is to be on day sheets.
 */
export type SheetOptions = { 
/**
 * Whom they are for.
 */
form: SheetForm, 
/**
 * Whether everyone's sheet has notes and material, which are the organiser's. The crew's has
 * them always.
 */
notes: boolean, 
/**
 * Their language; the programme's own without it.
 */
language: Language | null, };

/**
 * The pages of day sheets, to look at.
 */
export type SheetPreview = { 
/**
 * One SVG a page.
 */
pages: Array<string>, 
/**
 * The characters that can't be printed, for want of a font.
 */
remarks: Array<Message>, };

/**
 * How many sheets of a PDF are set.
 */
export type SheetProgress = { 
/**
 * How many are set.
 */
done: number, 
/**
 * How many there are.
 */
total: number, };

/**
 * How dates move.
 */
export type Shift = { "type": "none" } | { "type": "days", "by": number } | { "type": "weekday", "by": number };

/**
 * One item of a running order. A slot that has tracks is a parallel block; one of zero minutes is
 * a milestone.
 */
export type Slot = { 
/**
 * Its id.
 */
id: SlotId, 
/**
 * Where it stands.
 */
parent: Parent, 
/**
 * Its place in the running order.
 */
rank: Rank, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * How long it lasts; `None` only for a parallel block that lasts as long as its longest track.
 */
minutes: Minutes | null, 
/**
 * Its minimum when time runs short; see [`deroule_schedule::elastic::limits`].
 */
minMinutes: Minutes | null, 
/**
 * Its maximum when time is left.
 */
maxMinutes: Minutes | null, 
/**
 * Whether the day can do without it.
 */
optional: boolean, 
/**
 * A start that holds whatever comes before.
 */
pin: Clock | null, 
/**
 * Where.
 */
room: RoomId | null, 
/**
 * Its facilitators.
 */
facilitators: Array<string>, 
/**
 * The organiser's notes.
 */
notes: string | null, 
/**
 * What has to be brought.
 */
material: string | null, 
/**
 * How long its room is set up before it starts; the crew's, never the public's.
 */
setup: Minutes, 
/**
 * How long its room is cleared after it ends; the crew's, never the public's.
 */
teardown: Minutes, };

/**
 * One field of a slot and its new value; its time has edits of its own.
 */
export type SlotField = { "name": "title", "value": string } | { "name": "kind", "value": Kind } | { "name": "minMinutes", "value": Minutes | null } | { "name": "maxMinutes", "value": Minutes | null } | { "name": "optional", "value": boolean } | { "name": "setup", "value": Minutes } | { "name": "teardown", "value": Minutes } | { "name": "room", "value": RoomId | null } | { "name": "facilitators", "value": Array<string> } | { "name": "notes", "value": string | null } | { "name": "material", "value": string | null };

/**
 * Names a slot.
 */
export type SlotId = string;

/**
 * A slot to be.
 */
export type SlotSpec = { 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * How long it lasts; `None` for a parallel block that lasts as long as its longest track.
 */
minutes: Minutes | null, 
/**
 * Its minimum.
 */
minMinutes: Minutes | null, 
/**
 * Its maximum.
 */
maxMinutes: Minutes | null, 
/**
 * Whether the day can do without it.
 */
optional: boolean, 
/**
 * A start that holds whatever comes before.
 */
pin: Clock | null, 
/**
 * How long it takes to set up before it.
 */
setup: Minutes, 
/**
 * How long its room is cleared after it.
 */
teardown: Minutes, 
/**
 * Where, if that room is there.
 */
room: RoomId | null, 
/**
 * Its facilitators.
 */
facilitators: Array<string>, 
/**
 * The organiser's notes.
 */
notes: string | null, 
/**
 * What has to be brought.
 */
material: string | null, 
/**
 * Its tracks, left to right.
 */
tracks: Array<TrackSpec>, };

/**
 * When a slot would happen instead.
 */
export type SlotTimes = { 
/**
 * Which slot.
 */
id: SlotId, 
/**
 * When it would start.
 */
start: Clock, 
/**
 * When it would end.
 */
end: Clock, };

/**
 * Everything the window needs when it opens, or when another programme is opened.
 */
export type Snapshot = { 
/**
 * Counts the commits of the store.
 */
revision: number, 
/**
 * Where the data lives.
 */
store: string, 
/**
 * Every programme there is.
 */
programmes: Array<Programme>, 
/**
 * Every template there is, in order.
 */
templates: Array<Template>, 
/**
 * The one that is open; none in an empty store.
 */
open: ProgrammeView | null, 
/**
 * The session asked for, if it is there.
 */
session: SessionView | null, 
/**
 * What is worth a look in it, gravest first.
 */
findings: Array<Finding>, 
/**
 * What undo and redo would do.
 */
steps: UndoState, 
/**
 * What went wrong without stopping anything, such as a daily copy that could not be made.
 */
warnings: Array<Message>, 
/**
 * Whether changes can be saved.
 */
health: StoreHealth, 
/**
 * The sound copies of a store that is gone: the one that is open never held anything. Empty otherwise.
 */
copiesOfLostStore: Array<CopyInfo>, };

/**
 * Names one reading of a source page.
 */
export type SourceId = string;

/**
 * The text of a page and everything its reading depended on: read again with the same options, it
 * says the same.
 */
export type SourcePage = { 
/**
 * The file, absolute; none for a page that was pasted.
 */
path: string | null, 
/**
 * Its whole text.
 */
text: string, 
/**
 * The year that was given for dates without one.
 */
year: number | null, 
/**
 * The day on which it was read.
 */
readOn: string, 
/**
 * Every date it was understood to name.
 */
dates: Array<string>, };

/**
 * The parts of what the window shows that are different now. What is `None` is as it was.
 */
export type StateDelta = { 
/**
 * Every programme, when one of them changed.
 */
programmes: Array<Programme> | null, 
/**
 * Every template, when one of them changed.
 */
templates: Array<Template> | null, 
/**
 * The open programme's audiences.
 */
audiences: Array<Audience> | null, 
/**
 * The open programme's rooms.
 */
rooms: Array<Room> | null, 
/**
 * The open programme's ideas.
 */
ideas: Array<IdeaCard> | null, 
/**
 * The sessions that changed, each whole.
 */
sessions: Array<SessionRow>, 
/**
 * The sessions that are there, in order, when that changed.
 */
sessionOrder: Array<SessionId> | null, 
/**
 * The running orders of the watched session.
 */
session: SessionChange | null, 
/**
 * What is worth a look in the watched session, gravest first.
 */
findings: Array<Finding> | null, 
/**
 * Whether the window needs a new snapshot: another process wrote, or the open
 * programme came or went.
 */
reload: boolean, };

/**
 * Whether a session will take place.
 */
export type Status = "tentative" | "confirmed" | "cancelled";

/**
 * Whether changes can be saved in the store.
 */
export type StoreHealth = { "state": "ok" } | { "state": "paused" } | { "state": "lost", 
/**
 * What happened.
 */
reason: Message, 
/**
 * The file with what the screen shows; `None` where it could not be written.
 */
rescue: string | null, } | { "state": "damaged", 
/**
 * What to do about it.
 */
reason: Message, };

/**
 * What something is about.
 */
export type Subject = { "type": "programme", "id": ProgrammeId } | { "type": "audience", "id": AudienceId } | { "type": "room", "id": RoomId } | { "type": "session", "id": SessionId } | { "type": "day", "id": DayId } | { "type": "slot", "id": SlotId } | { "type": "track", "id": TrackId } | { "type": "idea", "id": IdeaId } | { "type": "tag", "id": TagId } | { "type": "template", "id": TemplateId } | { "type": "dismissal", "id": DismissalId };

/**
 * Names a tag of ideas.
 */
export type TagId = string;

/**
 * The programme a page goes into.
 */
export type Target = { "type": "matching" } | { "type": "programme", "programme": ProgrammeId } | { "type": "new" };

/**
 * Slots kept to be put into a day again. One of a single slot is a block of the palette. Templates
 * belong to the store and serve every programme.
 */
export type Template = { 
/**
 * Its id.
 */
id: TemplateId, 
/**
 * What it is called.
 */
title: string, 
/**
 * When its first slot started where it was saved.
 */
start: Clock | null, 
/**
 * Its slots, in order.
 */
slots: Array<SlotSpec>, 
/**
 * Its place among the templates.
 */
rank: Rank, };

/**
 * Names a template.
 */
export type TemplateId = string;

/**
 * When everything on a day happens.
 */
export type TimedDay = { 
/**
 * Which day.
 */
id: DayId, 
/**
 * When its first slot starts; the day's start when it has none.
 */
start: Clock, 
/**
 * When its last slot to end ends; the day's start when it has none.
 */
end: Clock, 
/**
 * Its slots, in order.
 */
slots: Array<TimedSlot>, };

/**
 * When one slot happens.
 */
export type TimedSlot = { 
/**
 * Which slot.
 */
id: SlotId, 
/**
 * When it starts.
 */
start: Clock, 
/**
 * When it ends.
 */
end: Clock, 
/**
 * How it meets what comes before it.
 */
fit: Fit, 
/**
 * Its tracks, left to right; empty unless it is a parallel block.
 */
tracks: Array<TimedTrack>, };

/**
 * When one track of a parallel block happens.
 */
export type TimedTrack = { 
/**
 * Which track.
 */
id: TrackId, 
/**
 * When it starts: with its block, unless its first slot is pinned elsewhere.
 */
start: Clock, 
/**
 * When it ends.
 */
end: Clock, 
/**
 * Its own slots; none when it is one activity as long as its block.
 */
slots: Array<TimedSlot>, };

/**
 * One lane of a parallel block. Without slots of its own it is one activity as long as its block.
 */
export type Track = { 
/**
 * Its id.
 */
id: TrackId, 
/**
 * The parallel block it belongs to.
 */
slot: SlotId, 
/**
 * Its place among the tracks, left to right.
 */
rank: Rank, 
/**
 * What it is called when no idea is placed in it.
 */
title: string | null, 
/**
 * Where.
 */
room: RoomId | null, 
/**
 * Whom it is for, when not for everyone.
 */
audience: AudienceId | null, 
/**
 * The idea that runs in it.
 */
idea: IdeaId | null, };

/**
 * One field of a track and its new value; its idea has edits of its own.
 */
export type TrackField = { "name": "title", "value": string | null } | { "name": "room", "value": RoomId | null } | { "name": "audience", "value": AudienceId | null };

/**
 * Names a track of a parallel block.
 */
export type TrackId = string;

/**
 * A track to be.
 */
export type TrackSpec = { 
/**
 * What it is called.
 */
title: string | null, 
/**
 * Where, if that room is there.
 */
room: RoomId | null, 
/**
 * Whom it is for, if that audience is there.
 */
audience: AudienceId | null, 
/**
 * The idea that runs in it, if it is there.
 */
idea: IdeaId | null, 
/**
 * Its own slots.
 */
slots: Array<SlotSpec>, };

/**
 * What undo and redo would do, by name.
 */
export type UndoState = { 
/**
 * The edit that undo would take back.
 */
undo: Message | null, 
/**
 * The edit that redo would do again.
 */
redo: Message | null, };

/**
 * A line that was not understood.
 */
export type UnreadLine = { 
/**
 * The line, counted from 1.
 */
line: number, 
/**
 * The text of the line, trimmed.
 */
text: string, };
