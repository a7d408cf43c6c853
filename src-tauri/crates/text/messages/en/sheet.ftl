# The words of the day sheet. The window does not read them.
sheet-undated = date to be confirmed
sheet-cancelled = Session cancelled
sheet-empty = The running order is not composed yet.
sheet-notes = Notes
sheet-material = Material: { $text }
sheet-room = Room
sheet-data-of = Data of { DATE($date, style: "date") }
sheet-free = { $minutes } free
sheet-overrun = Starts { $minutes } before what precedes it has ended
