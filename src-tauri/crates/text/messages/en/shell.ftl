# The frame of the window.
saving-saved = Saved
saving-saving = Saving…
saving-failed = Not saved
command-palette = Commands
command-keys = Keys
command-undo = Undo
command-redo = Redo
command-history = History
command-import = Import a page…
command-findings = Findings
command-language = Passer en français
command-theme = Light or dark
command-settings = Settings
go-programme = Programme
go-session = Running order
go-board = Workshops
go-agenda = Shared agenda
go-print = Print
sessions = Sessions
prepare = Prepare
send-out = Send out
sidebar = Navigation
switch-programme = Switch programme
new-programme = New programme
new-programme-title = New programme
delete-programme = Delete this programme
undated = To be confirmed
findings = Findings
findings-none = Nothing to report.
severity-note = Note
severity-warning = Warning
severity-conflict = Conflict
notices = Notices
close = Close
cancel = Cancel
delete = Delete
palette-search = Slot, idea, session, note or command
palette-none = No command matches.
group-everywhere = Everywhere
group-programme = Programme
group-session = Running order
group-board = Workshops
group-agenda = Agenda
group-print = Print
setting-language = Language
setting-theme = Theme
setting-store = Data
theme-system = System
theme-light = Light
theme-dark = Dark
history-edits = To undo or redo
history-log = Everything ever done
history-log-hint = A click returns to the state of then, whatever was undone since. That can be undone, too.
history-older = Older
history-none = No edits yet.
undo-done = Undone: { $what }
redo-done = Redone: { $what }
welcome-title = No programme yet
welcome-text = Drop the page of your programme here, begin a new one, or look at an example.
welcome-sample = Open the sample
kind-welcome = Welcome
kind-plenary = Plenary
kind-activity = Activity
kind-workshop = Workshop
kind-break = Break
kind-meal = Meal
kind-freetime = Free time
kind-travel = Travel
kind-wrapup = Wrap-up
status-tentative = Tentative
status-confirmed = Confirmed
status-cancelled = Cancelled
fault-people = Write a number of people, such as 12.
fault-time = Write a time: 9:00, 09:30 or 14.
fault-duration = Write a duration: 45, 1h15 or 75 min.
date-none = To be confirmed
date-to-confirm = Date to be confirmed
month-before = Month before
month-after = Month after
findings-count =
    { $count ->
        [0] nothing to report
        [one] { $count } finding
       *[other] { $count } findings
    }
setting-step = Times snap to
findings-all = All findings
keys-list = All keys
key-shift = Shift
key-enter = Enter
key-escape = Esc
key-delete = Delete
key-menu = Menu
done-delete-programme = Programme “{ $title }” deleted
done-delete-audience = Audience { $name } deleted
done-delete-room = Room { $name } deleted
done-delete-session = Session “{ $title }” deleted
done-delete-day = A day of “{ $title }” deleted
done-delete-slot = “{ $title }” deleted
done-delete-slots = { $count } slots deleted
done-delete-template = Template “{ $title }” deleted
done-delete-track = A track of “{ $title }” deleted
done-delete-idea = Idea “{ $title }” deleted
done-duplicate-session = Session “{ $title }” copied
done-copy-programme = Programme copied as “{ $title }”
done-save-template = Template “{ $title }” saved
undo-too-late = Something else has changed since. You can go back in the history.
saving-paused = The file is let go while the dialog is open
store-lost-title = Your changes are no longer being saved
store-replaced-title = The file was replaced while you were working
store-damaged-title = The file is damaged
store-show-rescue = Show the rescue copy
store-show-file = Show the file
store-save-elsewhere = Save elsewhere…
store-reload = Show the file’s content
store-try-again = Try again
store-copies = See the copies
copies = Copies
copies-about = A copy is made every day, and before each restoration.
copies-damaged = damaged
copies-reading = Reading the copies…
copy-what =
    { $sessions ->
        [one] { $sessions } session, state no. { $revision }
       *[other] { $sessions } sessions, state no. { $revision }
    }
copy-rescue = rescue copy
copy-restore = Restore
copies-show = Open their folder
lost-store-title = Your file is gone
lost-store-text = It may have been deleted or moved, but there are copies of it. Choose the one to go on with.
lost-store-new = Start without them
search = Search
import = Import
ideas-to-place =
    { $count ->
        [one] { $count } idea to place
       *[other] { $count } ideas to place
    }
date-type = Type the date
date-hint = 12 March, Thu 12, tomorrow…
date-past = past
date-unread = This is not understood as a date.
search-all = Search the whole programme
