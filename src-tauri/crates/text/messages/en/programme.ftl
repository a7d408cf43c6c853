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
column-audience = Audience
column-theme = Theme
column-order = Running order
column-status = Status
column-more = Actions
venue = Venue
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
copy-programme = Copy to a new year…
copy-programme-short = New year…
copy-programme-of = Copy “{ $title }” to a new year
copy-programme-title = Title of the copy
copy-title-taken = A programme has this title already.
copy-dates = Dates
copy-by-weekday = Same weekday of the same month
copy-years = Number of years
copy-years-unit =
    { $count ->
        [one] year later
       *[other] years later
    }
copy-by-days = After an interval
copy-days = Number of days
copy-days-unit =
    { $count ->
        [one] day
       *[other] days
    }
copy-by-none = All to be confirmed
copy-fault = A number from 1 to { $most }.
copy-preview = Dates of the sessions
copy-date-here = First day
copy-date-there = In the copy
copy-programme-effect = { $sessions } and { $slots } will be copied, with the audiences, the rooms, the hours and the colours of tags. The sessions will be tentative; workshop ideas stay here.
copy-programme-do = Copy
programme-view = View
view-announced = Announced
view-orders = Running orders
orders-toggle = Announced table or all running orders
order-slot = { $start } – { $end }: { $title } ({ $kind })
order-milestone = { $time }: { $title }
hours-of = Hours of “{ $title }”
hours-start = Start for { $audience }
hours-end = End for { $audience }
new-audience = Add an audience…
date-aim = “{ $title }”: { $date }
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

programme-language = Language
language-fr = French
language-en = English
date-free = free
date-taken = already “{ $title }”
date-shift = { $sign }{ $days } d
theme-add = + theme
compose = Compose
add = Add
venue-add = + venue
hours-add = + hours
copy-cancelled =
    { $count ->
        [one] The cancelled session is copied as tentative.
       *[other] The { $count } cancelled sessions are copied as tentative.
    }
