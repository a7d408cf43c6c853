# The programme screen.
programme-title = Programme title
add-session = New session
new-session-title = New session
programme-empty = No session yet
programme-empty-text = Announce a first date, or import the page that has them already.
sample = Sample
sample-text = This programme is a sample. Try everything: nothing else is touched.
sample-keep = Keep it
sample-remove = Remove the sample
column-date = Date
column-session = Session
column-hours = Hours
column-audience = Audience
column-theme = Theme
column-order = Running order
column-status = Status
column-more = Actions
venue = Venue
venue-none = Venue to be set
theme-none = To be set
hours-none = To be set
order-none = To compose
edit-hours = Hours of “{ $title }”
session-actions = Actions for “{ $title }”, { $date }
open-order = Open the running order
print-sheet = Day sheet
session-cancel = Cancel the session
session-restore = Restore the session
session-delete = Delete
session-duplicate = Duplicate…
copy-session-of = Duplicate “{ $title }”
copy-session-date = Date of the copy
copy-session-first-date = First day of the copy
copy-session-effect = { $days } and { $slots } will be copied, with the hours. The copy will be tentative.
copy-session-apart = Its days stay as far apart.
copy-session-undated = All its days will be to confirm.
copy-session = Duplicate
hours-of = Hours of “{ $title }”
hours-start = Start for { $audience }
hours-end = End for { $audience }
new-audience = Add an audience…
date-aim = “{ $title }”: { $date }
year-before = Previous year
year-after = Next year
drag-nowhere = Nothing can go here.
drag-restored = Back where it was.
programme-count =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
days-count =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
slots-count =
    { $count ->
        [one] { $count } slot
       *[other] { $count } slots
    }
