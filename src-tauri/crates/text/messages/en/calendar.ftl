# What the iCalendar export may have to say.

calendar-undated = “{ $title }” has no date yet: that day is not in the calendar.
calendar-far-date = “{ $title }” is dated { DATE($date, style: "long") }, beyond what a calendar can hold: check the year.
calendar-skipped-hour = On { DATE($date, style: "date") } there is no { $time } (clocks go forward): the hours of “{ $title }” are written in universal time.
calendar-doubled-hour = On { DATE($date, style: "date") } there are two { $time } (clocks go back): the hours of “{ $title }” are written in universal time, and the first one counts.
calendar-clock-change = The clock changes during “{ $title }” ({ DATE($date, style: "date") }): slots keep their lengths, and the calendar has the times that the clock will show.

calendar-unknown-programme = There is no such programme.
calendar-unknown-audience = The programme has no such audience.
calendar-unknown-session = The programme has no such session.
calendar-unknown-timezone = “{ $timezone }” is not a known time zone.
