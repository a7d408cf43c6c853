# The shared agenda.
agenda-about = An iCalendar file that Google Calendar, Nextcloud, Outlook and others read.
save-calendar = Save the calendar…
agenda-options = What it holds
agenda-everyone = Every audience
agenda-all = All sessions
agenda-slots = One event per slot as well
agenda-addresses = Known addresses
agenda-page = Page
agenda-feed = Feed
agenda-events = Events
agenda-empty = No event
agenda-empty-text = Give a session a date: it will appear here.
all-day = all day
saved-as = Saved: { $path }
open-file = Open
agenda-events-count =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
agenda-zone = Time zone
agenda-zone-unknown = No such time zone; for example Europe/Paris
