# Importing a page.
import-title = Import a page
import-choose = Choose a file…
import-drop = or drop it on the window, or paste its text here
import-paste = Paste the page’s text here (Markdown)
import-into = Into
import-year = Year
import-year-hint = the page’s
import-merge = Import
import-update = Update
import-report = What would be imported
import-nothing = Nothing would change.
import-effect = { $created } added, { $changed } changed, { $deleted } deleted
import-after = Sessions after the import
import-idea-list = Workshop ideas:
import-no-remark = Nothing odd.
line = line { $line }
import-sessions =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
import-slots =
    { $count ->
        [one] { $count } slot
       *[other] { $count } slots
    }
import-ideas =
    { $count ->
        [one] { $count } idea
       *[other] { $count } ideas
    }
import-remarks =
    { $count ->
        [one] { $count } remark
       *[other] { $count } remarks
    }
import-unread-lines =
    { $count ->
        [one] { $count } line not understood
       *[other] { $count } lines not understood
    }
import-same-title = the programme of this page, else a new one
import-new = a new programme
import-conflicts =
    { $count ->
        [one] One change was made on both sides
       *[other] { $count } changes were made on both sides
    }
import-all-ours = Keep everything here
import-all-theirs = Take everything from the page
import-ours = here
import-theirs = on the page
import-added = Added:
import-changed = Changed:
import-cancelled = Cancelled:
import-removed = Removed:
import-rows-title =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
import-more-rows =
    { $count ->
        [one] And one more change.
       *[other] And { $count } more changes.
    }
import-more-sessions =
    { $count ->
        [one] And one more session.
       *[other] And { $count } more sessions.
    }
import-more-ideas =
    { $count ->
        [one] and one more.
       *[other] and { $count } more.
    }
