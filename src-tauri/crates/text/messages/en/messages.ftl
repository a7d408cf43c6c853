# What the program says of what it found, did or refused. Read by the window and by the command line.
# A clock time or a duration has one form; the function DATE says how a date is written.

# Findings
finding-overrun = “{ $before }” runs { $minutes } into “{ $title }”, which is fixed at { $start }.
finding-gap = { $minutes } free between “{ $before }” and “{ $title }” ({ $from } to { $start }).
finding-starts-early = The running order starts at { $start }; the session is announced from { $announced }.
finding-starts-late = The running order starts at { $start }; the session is announced from { $announced } on.
finding-ends-early = The running order ends at { $end }; the session is announced until { $announced }.
finding-ends-late = The running order ends at { $end }, after the announced end at { $announced }.
finding-clock-forward = The clock goes forward { $by } at { $at }: lengths stay, and where the running order says { $written } (“{ $title }”) the clock shows { $clock }.
finding-clock-back = The clock goes back { $by } at { $at }: lengths stay, and where the running order says { $written } (“{ $title }”) the clock shows { $clock }.
finding-clock-twice = The clock goes back { $by } at { $at } and shows { $written } twice: for “{ $title }” it is the first that counts.
finding-audience-absent = { $audience } is not announced from { $start } to { $end }.
finding-tracks-free =
    { $count ->
        [one] “{ $title }”: one track is still free.
       *[other] “{ $title }”: { $count } tracks are still free.
    }
finding-idea-twice = “{ $idea }” is placed twice in “{ $title }”.
finding-room-small = “{ $idea }” expects { $people } people; { $room } takes { $places }.
finding-room-clash = { $room }: “{ $title }” and “{ $other }” are there at the same time, at { $start }.
finding-lead-clash = { $lead } leads “{ $title }” and “{ $other }” at the same time, at { $start }.
finding-no-break = { $from } to { $end } without a break.
finding-no-meal = { $start } to { $end } without a meal.
finding-no-room = “{ $title }” has no room.
finding-tracks-no-room =
    { $count ->
        [one] “{ $title }”: one track has no room.
       *[other] “{ $title }”: { $count } tracks have no room.
    }
finding-no-lead = Nobody leads “{ $title }”.

# Fixes
fix-shrink = Shorten { $count } slots, { $minutes } in all
fix-take = Take { $minutes } from “{ $title }”
fix-shorten-one = Shorten “{ $title }” to { $minutes }
fix-shorten-all = Take { $minutes } from { $count } slots
fix-push = Move “{ $title }” after “{ $after }”
fix-swap = Swap “{ $title }” and “{ $other }”
fix-drop = Drop “{ $title }”
fix-stretch =
    { $count ->
        [one] Lengthen one slot by { $minutes }
       *[other] Lengthen { $count } slots, { $minutes } in all
    }
fix-pull = Bring “{ $title }” before “{ $before }”
fix-lengthen = Lengthen “{ $title }” to { $minutes }
fix-pin-later = Fix it at { $time }
fix-unpin = Let it flow
fix-announce-start = Announce { $time }
fix-start-at = Start at { $time }
fix-announce-end = Announce an end at { $time }
fix-unplace = Put “{ $title }” back in the list
fix-room = Take { $room }
fix-lead = Ask { $lead } to lead
fix-without-lead = Do without { $lead }
fix-announce-audience = Announce { $audience } from { $start } to { $end }
fix-for-everyone = Open it to everyone
fix-without-free-tracks =
    { $count ->
        [one] Take the free track away
       *[other] Take the { $count } free tracks away
    }

# What was done
edit-several =
    { $count ->
        [one] one change
       *[other] { $count } changes
    }
edit-add-programme = create “{ $title }”
edit-set-programme = change “{ $title }”
edit-delete-programme = delete “{ $title }”
edit-merge = import “{ $title }”
edit-add-audience = add audience { $name }
edit-set-audience = change audience { $name }
edit-delete-audience = delete audience { $name }
edit-add-room = add room { $name }
edit-set-room = change room { $name }
edit-delete-room = delete room { $name }
edit-add-session = add “{ $title }”
edit-set-session = change “{ $title }”
edit-rename-session = rename “{ $title }”
edit-session-tentative = make “{ $title }” tentative again
edit-session-confirmed = confirm “{ $title }”
edit-session-cancelled = cancel “{ $title }”
edit-reschedule-session = move “{ $title }” to { DATE($date, style: "date") }
edit-undate-session = “{ $title }” without a date
edit-delete-session = delete “{ $title }”
edit-add-day = add a day to “{ $title }”
edit-set-day-date = change the date of a day of “{ $title }”
edit-set-day-start = start the running order at { $time }
edit-delete-day = delete a day of “{ $title }”
edit-set-attendance = { $audience } from { $start } to { $end } (“{ $title }”)
edit-no-attendance = “{ $title }” without { $audience }
edit-add-slot = add “{ $title }”
edit-set-slot = change “{ $title }”
edit-rename-slot = rename “{ $title }”
edit-resize-slot = “{ $title }” for { $minutes }
edit-pin-slot = fix “{ $title }” at { $time }
edit-unpin-slot = let “{ $title }” flow
edit-move-slot-after = move “{ $title }” after “{ $after }”
edit-move-slot-first = move “{ $title }” to the start
edit-delete-slot = delete “{ $title }”
edit-insert-slots =
    { $count ->
        [one] add a slot
       *[other] add { $count } slots
    }
edit-divide-slot = divide “{ $title }”
edit-merge-slots = merge “{ $title }” and “{ $other }”
edit-swap-slots = swap “{ $title }” and “{ $other }”
edit-move-slots = move { $count } slots
edit-delete-slots = delete { $count } slots
edit-pin-slots = fix the time of { $count } slots
edit-unpin-slots = let { $count } slots flow
edit-resize-slots = duration of { $count } slots
edit-set-slots = change { $count } slots
edit-save-template = save template “{ $title }”
edit-rename-template = rename template “{ $title }”
edit-delete-template = delete template “{ $title }”
edit-apply-template = apply template “{ $title }”
edit-duplicate-session = copy “{ $title }”
edit-copy-programme = copy the programme as “{ $title }”
# The logs of stores name this id and the other `edit-…`: they never change.
edit-silence = set a finding aside
edit-hear = bring a finding back
edit-split-slot =
    { $count ->
        [one] one track in “{ $title }”
       *[other] { $count } tracks in “{ $title }”
    }
edit-join-tracks = “{ $title }” without tracks
edit-add-track = add a track to “{ $title }”
edit-set-track = change a track of “{ $title }”
edit-delete-track = delete a track of “{ $title }”
edit-add-idea = add the idea “{ $title }”
edit-set-idea = change the idea “{ $title }”
edit-delete-idea = delete the idea “{ $title }”
edit-set-tag-colour = change the colour of the tag “{ $name }”
edit-place-idea = put “{ $title }” in “{ $round }”
edit-unplace-idea = put “{ $title }” back in the list
log-undo = undone: { $label }
log-redo = redone: { $label }
edit-return-to = return to the state of { DATE($date, style: "date") }, { $time }
edit-return-to-start = return to the first state
edit-restore-copy = copy of { DATE($date, style: "date") } restored

# What could not be done
problem-missing = What you wanted to change is no longer there. Nothing was changed.
problem-exists = That exists already. Nothing was changed.
problem-nameless = A title is needed. The old one was kept.
problem-title-too-long = A title has at most { $most } characters. The old one was kept.
problem-name-taken = The name “{ $name }” is taken. Choose another.
problem-out-of-range = { $minutes } minutes is more than a day can hold (48 h at most).
problem-backwards = The end has to come after the start.
problem-misplaced = That can’t go there.
problem-foreign-programme = That belongs to another programme.
problem-only-day = A session keeps at least one day. Delete the session instead.
problem-busy = Another program keeps writing to this file. Try again in a moment.
problem-file-unreadable = “{ $file }” can’t be read: { $reason }
problem-file-unwritable = “{ $file }” can’t be written: { $reason }
problem-file-is-store = “{ $file }” belongs to a file of Déroulé or to another database: nothing was written there. Choose another name.
problem-clipboard = The copied slots can’t be read: nothing was pasted. Copy them again.
problem-page-too-large = “{ $file }” is too large for a page (5 MB at most).
problem-page-is-store = “{ $file }” belongs to the file of Déroulé that is open. Choose a Markdown page.
problem-page-no-file = “{ $file }” is not a file. Choose a Markdown page.
problem-page-not-text = “{ $file }” is not UTF-8 text from line { $line } on. Save the page as UTF-8 and open it again.
problem-page-too-big = The text is too large for a page (5 MB at most).
problem-page-no-text = The page is not text: nothing was read.
problem-page-sessions = The page has more than { $most } sessions: no programme is that long, and nothing was read.
problem-page-days = The sessions of the page have more than { $most } days together: no programme is that long, and nothing was read.
problem-page-attendances = The page gives hours to audiences more than { $most } times: nothing was read.
problem-page-slots = The page has more than { $most } slots: nothing was read.
problem-page-ideas = The page has more than { $most } workshop ideas: nothing was read.
problem-page-rows = The page has more than { $most } sessions, days, hours, slots and ideas together: no programme is that long, and nothing was read.
problem-page-audiences = The page has more than { $most } audiences: nothing was read.
problem-page-lines = The page has more than { $most } lines: it is no page written by hand, and nothing was read.
problem-page-marks = The page has more than { $most } marks of Markdown, such as bars and stars: it is no page written by hand, and nothing was read.
problem-page-empty = Nothing on this page is understood as a programme: no title, no session, no running order, no workshop idea and no agenda.
problem-no-programme = There is no programme yet. Import a page or create one.
problem-no-such-programme = No programme is called “{ $name }”.
problem-no-such-session = No session matches “{ $name }” (id, date or title).
problem-no-such-audience = No audience is called “{ $name }”.
problem-ambiguous-session = Several sessions match “{ $name }”: give the date or the id.
problem-ambiguous-programme = Several programmes are called “{ $name }”: give the id ({ $ids }).
problem-nothing-to-print = There is no session to print.
problem-cancelled = Nothing was written: it was cancelled.
problem-print = The sheet could not be set: { $reason }
print-no-glyph = No font on this computer has “{ $letter }” ({ $code }): a box stands in its place in “{ $text }”, page { $page }.
print-no-glyph-more =
    { $count ->
        [one] One more character has no font either: { $letters }
       *[other] { $count } more characters have no font either: { $letters }
    }
problem-calendar-empty = No dated session answers to this choice: the calendar file would be empty.
problem-internal = Something went wrong inside: { $reason }

# The command line
import-rows = { $created } added, { $changed } changed, { $deleted } deleted.
import-summary = “{ $title }”: { $sessions } sessions, { $slots } slots, { $ideas } ideas.
import-unread = not understood: { $text }
import-title-kept = Another programme is called “{ $title }” already: this one keeps its name.
import-timezone-assumed = The page does not tell its time zone: { $timezone } is taken.
export-progress = Sheets set: { $done } of { $total }
export-done = Written: { $file }
problem-no-step = There is nothing to undo or redo.
problem-no-home = The data folder can’t be found. Name a file with --store.
problem-no-store = There is no file of Déroulé at “{ $file }”. Import a page to make it.
problem-store-gone = There is no file any more at “{ $file }”, but there are copies of it. The newest sound one is “{ $copy }”; “deroule-cli copies restore” brings it back.
copy-none = There is no copy yet.
copy-sound = { $name } · { $sessions ->
        [one] { $sessions } session
       *[other] { $sessions } sessions
    } · state { $revision }
copy-damaged = { $name } · damaged
copy-restored = Everything is as in the copy “{ $name }”. “undo” takes it back.
copy-is-current = Everything is as in the copy “{ $name }” already.

# The file
problem-not-a-store = “{ $file }” is not a file of Déroulé. It was left untouched. Choose another.
problem-newer-store = “{ $file }” was written by a newer version (format { $found }; this one knows { $known }). It was left untouched. Update Déroulé.
problem-store-busy = Another program keeps “{ $file }” to itself. It was left untouched. Close that program, or try again in a moment.
problem-store-full = The disk is full: “{ $file }” could not be written. It is as it was before. Make room on the disk, then try again.
problem-store-read-only = “{ $file }” may be read but not written. It was left untouched. Change its permissions or those of its folder, or choose a file elsewhere.
problem-store-no-folder = The folder of “{ $file }” is not there and can’t be made. If it is on a disk or a network drive that is not connected, connect it and start again.
problem-store-unreachable = “{ $file }” can’t be opened. It was left untouched. See whether its disk is connected and whether other programs can read it. Copies are in “{ $folder }”.
problem-store-damaged = “{ $file }” is damaged. It was left untouched. Copies are in “{ $folder }”; the newest sound one is “{ $copy }”. Move the damaged file elsewhere, start again and restore that copy.
problem-store-damaged-no-copy = “{ $file }” is damaged. It was left untouched, and there is no sound copy in “{ $folder }”. Keep the file, and import your page into a new one.
problem-store-replaced = “{ $file }” was replaced by another file while it was open. The last change was not saved. { $rescue ->
        [none] What the screen showed could not be saved beside it: save it elsewhere now.
       *[other] What the screen showed is in “{ $rescue }”.
    } { $open ->
        [yes] The file that is there now is open.
       *[no] Nothing can be saved here any more. Save the programmes elsewhere, or put a copy in its place.
    }
problem-store-missing = “{ $file }” was moved or deleted while it was open. The last change was not saved. { $rescue ->
        [none] What the screen showed could not be saved beside it: save it elsewhere now.
       *[other] What the screen showed is in “{ $rescue }”.
    } { $open ->
        [yes] The file that is there now is open.
       *[no] Nothing can be saved here any more. Save the programmes elsewhere, or put a copy in its place.
    }
problem-store-log-missing = What belongs to “{ $file }” was deleted by another program while it was open. The last change was not saved. { $rescue ->
        [none] What the screen showed could not be saved beside it: save it elsewhere now.
       *[other] What the screen showed is in “{ $rescue }”.
    } { $open ->
        [yes] The file that is there now is open.
       *[no] Nothing can be saved here any more. Save the programmes elsewhere, or put a copy in its place.
    }
problem-store-overwritten = Another program wrote over “{ $file }” while it was open. The last change was not saved. { $rescue ->
        [none] What the screen showed could not be saved beside it: save it elsewhere now.
       *[other] What the screen showed is in “{ $rescue }”.
    } { $open ->
        [yes] The file that is there now is open.
       *[no] Nothing can be saved here any more. Save the programmes elsewhere, or put a copy in its place.
    }
problem-store-paused = A file dialog is open, and nothing can be saved until it is closed. The last change was not made: make it again afterwards.
problem-store-closed = The file is closed: nothing can be saved any more.
problem-store = The change does not fit what is in the file. It was not made.
problem-stray-log = Beside “{ $file }” there were changes that belong to another state of it. They were not mixed into it; they are kept in “{ $moved }”.
problem-no-copy = No safety copy could be made in “{ $folder }”. { $why ->
    [full] The disk is full.
    [read-only] The folder may not be written.
   *[other] See whether the folder can be written.
}
problem-no-such-copy = There is no copy called “{ $name }”.
problem-store-is-back = “{ $file }” is there again and is open. { $rescue ->
    [none] What the screen showed before may not be in it.
   *[other] What the screen showed before is in “{ $rescue }”.
}

# Titles of the system's dialogs
dialog-save-calendar = Save the calendar
dialog-save-sheet = Save the sheet
dialog-save-elsewhere = Save elsewhere
dialog-no-store = Déroulé can’t open the file
dialog-set-aside = Set it aside and choose a copy
dialog-quit = Quit
dialog-open-page = Open a page
# What an import does, row by row
report-fields = { $row }: { $fields }
report-added = Added: { $row } “{ $title }”
report-changed = Changed: { $row } “{ $title }”
report-cancelled = Cancelled: { $row } “{ $title }”
report-removed = Removed: { $row } “{ $title }”
row-programme = programme
row-audience = audience
row-room = room
row-session = session
row-day = day of
row-attendance = hours of
row-slot = slot
row-track = track
row-idea = idea
field-presence = presence
field-title = title
field-status = status
field-venue = venue
field-theme = theme
field-objectives = objectives
field-links = links
field-notes = notes
field-date = date
field-start = start
field-hours = hours
field-kind = kind
field-duration = duration
field-pin = fixed time
field-tracks = parallel workshops
field-order = order
field-room = room
field-facilitators = facilitators
field-material = material
field-session = session
field-place = day
field-agenda-page = agenda page
field-agenda-feed = subscription address
field-timezone = time zone
field-other = content
value-text = { $text }
value-time = { $time }
value-minutes = { $minutes }
value-date = { DATE($date, style: "date") }
value-number = { $number }
value-hours = { $start } – { $end }
value-present = present
value-absent = nothing
value-order = another order
import-conflict-ours = Conflict over “{ $title }”, { $field }: here “{ $ours }”, on the page “{ $theirs }”. What is here stays.
import-conflict-theirs = Conflict over “{ $title }”, { $field }: here “{ $ours }”, on the page “{ $theirs }”. What is on the page is taken.
import-recognised = The programme is called “{ $title }” and has the same sessions: it is the one that is updated. Ask for a new programme if this is another one.
problem-read-meanwhile = The page was read meanwhile by another window or command. Try again.
