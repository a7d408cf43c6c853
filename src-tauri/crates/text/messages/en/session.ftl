# The session screen.
session-title = Session title
sheet-preview = Day sheet
running-order = Running order
inspector = Details
blocks = Blocks to drop
block-hint = Drag this block onto the axis, or click to add it
block-welcome = Welcome
block-plenary = Plenary
block-activity = Activity
block-break = Break
block-meal = Lunch
block-parallel = Parallel workshops
block-workshop = Workshop
block-free = Free time
block-wrap-up = Wrap-up
block-milestone = Milestone
order-empty = A day to compose
gap = { $minutes } free
overrun = { $minutes } over
from-to = from { $start } to { $end }
pinned = fixed time
edge-hint = Drag to change the duration
track-free = Free track
track-nth = Track { $nth }
track-spare = { $minutes } spare
track-idea = Idea
track-everyone = Everyone
track-add = Add a track
tracks-join = Join the tracks
track-slot-add = Add a slot
slot-title = Title
slot-start = Start
slot-pinned = fixed
slot-end = End
slot-length = Duration
slot-min-minutes = At least
slot-min-minutes-none = no minimum
slot-kind = Kind
slot-room = Room
slot-facilitators = Led by
facilitators-hint = Name, name…
slot-notes = Notes
slot-material = Material
slot-tracks = Tracks
split-two = 2 tracks
split-three = 3 tracks
session-about = The session
day-number = Day { $number }
day-start = Day starts
day-add = Add a day
day-delete = Remove the last day
session-address = Address
session-map = Map link
objectives = Objectives
links = Links
links-hint = One address a line
new-slot-title = New slot
move-title = Move “{ $title }”
place-before = Before “{ $title }” ({ $time })
place-end = At the end
place-in-track = Track { $number } of “{ $title }”: { $where }
drag-lifted = “{ $title }” is lifted.
drag-aim = “{ $title }” would start at { $time }.
slot-lift = Lift the slot
slot-drop = Drop the slot
slot-put-back = Put it back
slot-aim-up = Aim higher
slot-aim-down = Aim lower
slot-next = Next slot
slot-previous = Previous slot
slot-up = Move up
slot-down = Move down
slot-longer = A step longer
slot-shorter = A step shorter
slot-insert = Insert a slot
slot-rename = Rename
slot-pin = Fix or free the time
slot-move = Move to…
slot-delete = Delete the slot
select-none = Select nothing
tracks-count =
    { $count ->
        [one] { $count } track
       *[other] { $count } tracks
    }
slot-extend-next = Extend the selection down
slot-extend-previous = Extend the selection up
select-all = Select the whole day
slot-insert-block = Insert a block
slot-duplicate = Duplicate
slot-divide = Divide in two where the mouse is
slot-merge = Merge with the next
slot-tracks-toggle = Split into tracks, or join them
slot-max-minutes = At most
slot-max-minutes-none = no limit
slot-optional = optional
slot-setup = Set-up
slot-teardown = Tidy-up
fixes-open = Show fixes
leave-as-is = Leave it so
dismiss-here = Don’t tell here again
dismiss-everywhere = Never tell again
day-ends = Ends at { $time }
typing-hint = Title, duration or time; / for a block
templates = Templates
templates-manage = Manage templates…
template-apply = Apply “{ $title }”
template-save = Keep as a template
template-keep = Keep
template-save-slots = Keep the selected slots…
template-save-day = Keep the day…
template-title = Template’s name
template-explained =
    { $count ->
        [one] A single slot becomes a block to drag in. Room and leads are not kept.
       *[other] { $count } slots, to be put down as they are. Rooms and leads are not kept.
    }
order-view = View
view-axis = Axis
view-list = List
order-list = Axis or list
zoom-in = Zoom in
zoom-out = Zoom out
zoom-usual = Usual size
zoom-fit = Fit the day
crew-minutes = Set-up and tidy-up
chosen-count =
    { $count ->
        [one] one slot selected
       *[other] { $count } slots selected
    }
chosen-total = { $minutes } in all
copied =
    { $count ->
        [one] Slot copied.
       *[other] { $count } slots copied.
    }
paste-nothing = Nothing to paste here: it takes lines such as “9:30 - 10:00: Welcome”.
list-start = Start
list-end = End
list-title = Title
list-length = Length
list-kind = Kind
list-room = Room
list-facilitators = Led by
list-notes = Notes
list-material = Material
list-setup = Set-up
list-teardown = Tidy-up
fault-kind = No kind begins like this.
fault-title = A title is needed.

# Set aside
dismissed = Set aside ({ $count })
dismissed-everywhere = everywhere
dismissed-restore = Bring back
dismissed-restore-of = Bring back: { $what }, { $where }
dismissed-finding-audience-absent = Audience absent
dismissed-finding-clock-back = Clock goes back
dismissed-finding-clock-forward = Clock goes forward
dismissed-finding-clock-twice = Clock shows a time twice
dismissed-finding-ends-early = Ends before it is announced to
dismissed-finding-ends-late = Ends after it is announced to
dismissed-finding-gap = Free time between two slots
dismissed-finding-idea-twice = Idea placed twice
dismissed-finding-lead-clash = Lead in two places
dismissed-finding-no-break = No break
dismissed-finding-no-lead = Nobody leads
dismissed-finding-no-meal = No meal
dismissed-finding-no-room = No room
dismissed-finding-overrun = Overrun
dismissed-finding-room-clash = Room taken twice
dismissed-finding-room-small = Room too small
dismissed-finding-starts-early = Starts before it is announced to
dismissed-finding-starts-late = Starts after it is announced to
dismissed-finding-tracks-free = Free tracks
dismissed-finding-tracks-no-room = Tracks without a room

# Rests proposed
fix-insert-break = A break at { $time }
fix-insert-meal = A meal at { $time }
slot-menu = What can be done with the slot
slot-copy = Copy
slot-cut = Cut
slot-paste = Paste
slot-keep = Keep as a block…
slot-pin-here = Fix the time
slot-unpin = Free the time
slot-split = Split into tracks
slot-divide-here = Divide in two here
slot-kind-choose = Change the kind…
end-as-announced = as announced
end-before = { $minutes } before the announced end
end-after = { $minutes } after the announced end
view-options = View
colour-by-kind = Colours by kind
colour-by-audience = Colours by audience
step-of = Steps of { $minutes }
zoom-fitted = Fitted
to-check = To check
empty-type = Type the first slot
empty-copy = Copy { $date }
empty-drag = Or drag a block from the row above.
empty-paste = Or paste lines like “9:30 - 10:00: Welcome”.
order-empty-text = Drag a block here, click one, or press N.
fix-end = ends { $time }
