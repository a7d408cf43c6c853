# The descriptions of the published calendar. The window does not read them.
event-theme = Theme: { $text }
event-objectives = Objectives: { $text }
event-audience = { $audience }: { $hours }
event-running-order = Running order:
event-facilitators = With: { $names }
event-slot = { $hours } { $title }
